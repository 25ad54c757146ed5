using System.Collections;
using System.Reflection;
using CsCheck;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Tests.Idempotency;

/// <summary>Makes and changes commands of every type by reflection, so that a new command is tested without being named.</summary>
internal static class Commands
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char['ก', '๎'], 1, 6];

    /// <summary>All types of commands that are remembered under keys.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(IIdempotentCommand)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IIdempotentCommand))),
    ];

    public static Gen<IIdempotentCommand> Of(Type type) =>
        Value(type, false).Select(value => (IIdempotentCommand)value!);

    /// <summary>The same with every text and every number put through <paramref name="change"/>, down to the members of members.</summary>
    /// <param name="change">What becomes of a value, by its type and whether it may be null.</param>
    public static object? With(object? value, Type type, bool mayBeNull, Func<object?, Type, bool, object?> change)
    {
        if (Item(type) is { } item && value is IEnumerable items)
            return List(item, items.Cast<object?>().Select(one => With(one, item, false, change)));
        return IsRecord(type) && value is not null
            ? Construct(
                type,
                (name, kind, optional) => With(type.GetProperty(name)!.GetValue(value), kind, optional, change)
            )
            : change(value, type, mayBeNull);
    }

    /// <summary>Whether it has members of its own.</summary>
    public static bool IsRecord(Type type) =>
        type.IsClass && type.Namespace!.StartsWith("TeacherDevPlan", StringComparison.Ordinal);

    /// <summary>Of a list, what it holds.</summary>
    public static Type? Item(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;

    public static IList List(Type item, IEnumerable<object?> values)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var value in values)
            list.Add(value);
        return list;
    }

    private static Gen<object?> Value(Type type, bool mayBeNull)
    {
        if (mayBeNull)
            return Gen.OneOf(Gen.Const((object?)null), Value(Nullable.GetUnderlyingType(type) ?? type, false));
        if (type == typeof(string))
            return Word.Select(text => (object?)text);
        if (type == typeof(decimal))
            return Gen.Int[-20, 20].Select(number => (object?)(number / 4m));
        if (type == typeof(int))
            return Gen.Int[-5, 5].Select(number => (object?)number);
        if (type == typeof(bool))
            return Gen.Bool.Select(flag => (object?)flag);
        if (type == typeof(DateTimeOffset))
            return Gen.Int[0, 400]
                .Select(minutes =>
                    (object?)new DateTimeOffset(2022, 10, 1, 2, 0, 0, TimeSpan.Zero).AddMinutes(minutes)
                );
        if (type == typeof(DateOnly))
            return Gen.Int[0, 400].Select(day => (object?)new DateOnly(2022, 10, 1).AddDays(day));
        if (type == typeof(GivenId))
            return Gen.OneOf(
                Gen.Guid.Select(id => (object?)new GivenId(id.ToString("N"), id)),
                Word.Select(text => (object?)new GivenId(text, Guid.Empty))
            );
        if (type.IsEnum)
            return Gen.Int[0, Enum.GetValues(type).Length - 1].Select(i => Enum.GetValues(type).GetValue(i));
        if (Item(type) is { } item)
            return Value(item, false).Array[1, 3].Select(values => (object?)List(item, values));
        IsRecord(type).ShouldBeTrue($"{type} is a new kind of member: say how one is made");
        return Parameters(type)
            .Aggregate(
                Gen.Const(new List<object?>()),
                (all, parameter) =>
                    Gen.Select(
                        all,
                        Value(parameter.Type, parameter.MayBeNull),
                        (values, value) => values.Append(value).ToList()
                    )
            )
            .Select(values => (object?)Activator.CreateInstance(type, [.. values]));
    }

    private static object Construct(Type type, Func<string, Type, bool, object?> member) =>
        Activator.CreateInstance(type, [.. Parameters(type).Select(one => member(one.Name, one.Type, one.MayBeNull))])!;

    private static IEnumerable<(string Name, Type Type, bool MayBeNull)> Parameters(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return type.GetConstructors()
            .Single()
            .GetParameters()
            .Select(one =>
                (one.Name!, one.ParameterType, nullability.Create(one).ReadState == NullabilityState.Nullable)
            );
    }
}
