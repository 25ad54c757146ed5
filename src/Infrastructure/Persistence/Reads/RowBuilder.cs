using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>
/// Takes what a query gives for each row apart into the single values that the database is to send, and makes it again of these.
/// </summary>
internal sealed class RowBuilder
{
    private static readonly MethodInfo GetFieldValue = typeof(NpgsqlDataReader).GetMethod(
        nameof(NpgsqlDataReader.GetFieldValue)
    )!;
    private static readonly MethodInfo IsDBNull = typeof(NpgsqlDataReader).GetMethod(
        nameof(NpgsqlDataReader.IsDBNull)
    )!;
    private static readonly MethodInfo Parse = typeof(EnumText).GetMethod(nameof(EnumText.Parse))!;

    private static readonly MethodInfo Uninitialized = typeof(RuntimeHelpers).GetMethod(
        nameof(RuntimeHelpers.GetUninitializedObject)
    )!;

    private readonly ParameterExpression reader = Expression.Parameter(typeof(NpgsqlDataReader), "reader");
    private readonly ParameterExpression ordinals = Expression.Parameter(typeof(int[]), "ordinals");
    private readonly IModel model;
    private readonly List<Expression> cells = [];

    private readonly IReadOnlySet<(Type Type, string Member)> unread;

    private RowBuilder(IModel model, IReadOnlySet<(Type Type, string Member)> unread) =>
        (this.model, this.unread) = (model, unread);

    /// <summary>What the database is to send, as expressions over the row of the query.</summary>
    public IReadOnlyList<Expression> Cells => cells;

    /// <param name="result">What the query gives, as an expression over its row.</param>
    /// <param name="unread">Members that nobody looks at.</param>
    /// <param name="build">Makes it of a row that was read; takes the place of each cell in it.</param>
    /// <returns>Null where it holds something that is not made of single values.</returns>
    public static RowBuilder? For<T>(
        IModel model,
        Expression result,
        IReadOnlySet<(Type Type, string Member)> unread,
        out Func<NpgsqlDataReader, int[], T>? build
    )
    {
        var builder = new RowBuilder(model, unread);
        build = null;
        if (builder.Build(result) is not { } made)
            return null;
        build = Expression.Lambda<Func<NpgsqlDataReader, int[], T>>(made, builder.reader, builder.ordinals).Compile();
        return builder;
    }

    private Expression? Build(Expression result) =>
        result switch
        {
            ConstantExpression or DefaultExpression => result,
            NewExpression made => All(made.Arguments) is { } arguments ? made.Update(arguments) : null,
            MemberInitExpression made => Build(made),
            NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array => All(array.Expressions) is { } items
                ? array.Update(items)
                : null,
            // A conversion to a nullable type stays with the value: it is there since the value may be null.
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert
                when convert.Type == typeof(object) => Build(convert.Operand) is { } operand
                ? convert.Update(operand)
                : null,
            _ when model.FindEntityType(result.Type) is { } entity => Entity(result, entity),
            _ => Cell(result, null),
        };

    private MemberInitExpression? Build(MemberInitExpression made)
    {
        var bindings = new List<MemberBinding>();
        foreach (var binding in made.Bindings)
        {
            if (binding is not MemberAssignment assignment || Build(assignment.Expression) is not { } value)
                return null;
            bindings.Add(assignment.Update(value));
        }

        return All(made.NewExpression.Arguments) is { } arguments
            ? made.Update(made.NewExpression.Update(arguments), bindings)
            : null;
    }

    private List<Expression>? All(IEnumerable<Expression> expressions)
    {
        var built = new List<Expression>();
        foreach (var expression in expressions)
        {
            if (Build(expression) is not { } value)
                return null;
            built.Add(value);
        }

        return built;
    }

    /// <summary>An entity is not there where its key is null.</summary>
    private Expression? Entity(Expression entity, IEntityType type)
    {
        if (Structure(entity, type, isRow: true) is not { } made)
            return null;
        var properties = type.FindPrimaryKey()?.Properties;
        if (properties is null || properties.Count == 0)
            return made;
        var key = Ordinal(Expression.Property(entity, properties[0].PropertyInfo!));
        return Expression.Condition(
            Expression.Call(reader, IsDBNull, key),
            Expression.Constant(null, entity.Type),
            made
        );
    }

    /// <summary>An entity or a complex value, by its constructor and its setters.</summary>
    private Expression? Structure(Expression source, ITypeBase type, bool isRow = false)
    {
        var values = new Dictionary<string, (PropertyInfo Property, Expression Value)>(
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var property in type.GetProperties())
        {
            if (unread.Contains((type.ClrType, property.Name)))
                continue;
            if (
                property.PropertyInfo is not { } known
                || Cell(Expression.Property(source, known), property) is not { } cell
            )
                return null;
            values.Add(known.Name, (known, cell));
        }

        foreach (var complex in type.GetComplexProperties())
        {
            if (unread.Contains((type.ClrType, complex.Name)))
                continue;
            if (
                complex.PropertyInfo is not { } known
                || complex.IsNullable
                || Structure(Expression.Property(source, known), complex.ComplexType) is not { } value
            )
                return null;
            values.Add(known.Name, (known, value));
        }

        if (isRow)
            return Row(type.ClrType, [.. values.Values]);
        var constructor = type
            .ClrType.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(one => one.GetParameters().All(parameter => values.ContainsKey(parameter.Name!)))
            .MinBy(one => one.GetParameters().Length);
        if (constructor is null)
            return type.ClrType.IsValueType ? Init(Expression.New(type.ClrType), values.Values) : null;
        var names = constructor.GetParameters().Select(parameter => parameter.Name!).ToList();
        var made = Expression.New(constructor, names.Select(name => values[name].Value));
        foreach (var name in names)
            values.Remove(name);
        return Init(made, values.Values);
    }

    /// <summary>
    /// A row is made without its constructor, which would give it a new id and empty lists: what was not read of it is not there,
    /// rather than empty.
    /// </summary>
    private static BlockExpression? Row(Type type, List<(PropertyInfo Property, Expression Value)> values)
    {
        if (values.Any(one => Settable(one.Property) is null))
            return null;
        var row = Expression.Variable(type, "row");
        var empty = Expression.Call(Uninitialized, Expression.Constant(type));
        return Expression.Block(
            [row],
            [
                Expression.Assign(row, Expression.Convert(empty, type)),
                .. values.Select(one =>
                    Expression.Assign(Expression.Property(row, Settable(one.Property)!), one.Value)
                ),
                row,
            ]
        );
    }

    private static MemberInitExpression? Init(
        NewExpression made,
        IEnumerable<(PropertyInfo Property, Expression Value)> values
    )
    {
        var all = values.ToList();
        if (all.Any(one => Settable(one.Property) is null))
            return null;
        return Expression.MemberInit(made, all.Select(one => Expression.Bind(Settable(one.Property)!, one.Value)));
    }

    /// <summary>The property as its own type declares it: only there its private setter is known.</summary>
    private static PropertyInfo? Settable(PropertyInfo property) =>
        property.CanWrite ? property
        : property.DeclaringType!.GetProperty(
            property.Name,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
        )
            is { CanWrite: true } declared
            ? declared
        : null;

    private Expression? Cell(Expression source, IProperty? property)
    {
        var type = source.Type;
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (!(property is null ? IsSimple(bare) : IsRead(property, bare)))
            return null;
        var ordinal = Ordinal(source);
        Expression value = bare.IsEnum
            ? Expression.Call(Parse.MakeGenericMethod(bare), Read(typeof(string)))
            : Read(bare);
        if (bare != type)
            value = Expression.Convert(value, type);
        var canBeNull = property?.IsNullable ?? (bare != type || !type.IsValueType);
        return canBeNull
            ? Expression.Condition(Expression.Call(reader, IsDBNull, ordinal), Expression.Default(type), value)
            : value;

        MethodCallExpression Read(Type stored) =>
            Expression.Call(reader, GetFieldValue.MakeGenericMethod(stored), ordinal);
    }

    private static bool IsSimple(Type type) => type.IsValueType || type == typeof(string);

    /// <summary>
    /// Whether the stored value is the property's own, or the spelling of an enum; lists too, but for those whose items are converted.
    /// </summary>
    private static bool IsRead(IProperty property, Type type)
    {
        var mapping = property.FindTypeMapping();
        if (type.IsEnum)
            return mapping?.Converter?.ProviderClrType == typeof(string);
        return mapping is { Converter: null } && (IsSimple(type) || mapping.ElementTypeMapping is { Converter: null });
    }

    /// <summary>Where the value stands in a row of the reader. The same value is sent once.</summary>
    private BinaryExpression Ordinal(Expression source)
    {
        // A property that is inherited may be named as its base's or as its own.
        if (
            source is MemberExpression { Expression: { } owner } member
            && owner.Type.GetProperty(member.Member.Name) is { } own
        )
            source = Expression.Property(owner, own);
        var index = cells.FindIndex(cell => ExpressionEqualityComparer.Instance.Equals(cell, source));
        if (index < 0)
        {
            index = cells.Count;
            cells.Add(source);
        }

        return Expression.ArrayIndex(ordinals, Expression.Constant(index));
    }
}
