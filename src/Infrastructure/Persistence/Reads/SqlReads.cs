using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>
/// The statements of this process's reads. EF Core translates each shape of a query once; from then on the statement is sent with the
/// values of the day and its rows are read by code made for it, without EF Core. Where anything about a query is not what is
/// expected here, EF Core runs it as ever.
/// </summary>
internal sealed partial class SqlReads : IDisposable
{
    /// <summary>Filters and orders are many: of so many shapes, those not used for long are forgotten.</summary>
    private const int MaxShapes = 2_000;

    private static readonly MethodInfo MakeOneMethod = typeof(SqlReads).GetMethod(
        nameof(MakeOne),
        BindingFlags.Static | BindingFlags.NonPublic
    )!;

    /// <summary>Null: EF Core runs queries of this shape.</summary>
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MaxShapes });

    /// <summary>The statement for a query and its values; null where EF Core is to run it.</summary>
    public SqlStatement? Find<T>(PlanDbContext context, IQueryable<T> query)
    {
        if (QueryShape.Of(context.GetType(), query.Expression) is not { } found)
            return null;
        if (!known.TryGetValue(found.Shape, out var read))
            read = Keep(found.Shape, Make(context, query, found.Values));
        return read is SqlRead made ? new SqlStatement(made, found.Values) : null;
    }

    /// <summary>The statements of a tree and their values; null where they cannot be sent together.</summary>
    /// <param name="view">The type of the context: what is seen differs.</param>
    public IReadOnlyList<SqlStatement>? Find(Type view, ReadTree tree, Func<PlanDbContext> context)
    {
        var statements = new SqlStatement[tree.Reads.Count];
        for (var place = 0; place < statements.Length; place++)
        {
            var path = tree.PathTo(place);
            var shape = ShapeOf(view, tree.Key, path);
            if (!known.TryGetValue(shape, out var read))
                read = Keep(shape, Make(context(), tree.Key, path));
            if (read is null)
                return null;
            statements[place] = new SqlStatement((SqlRead)read, StandIns.ValuesOf(tree.Key, path));
        }

        return statements;
    }

    /// <summary>Has the root of a tree read as other queries are, and what is below it by itself, from now on.</summary>
    public void GiveUp(Type view, ReadTree tree) => Keep(ShapeOf(view, tree.Key, tree.PathTo(0)), null);

    /// <summary>Has EF Core run a query of this shape, from now on.</summary>
    public void GiveUp<T>(PlanDbContext context, IQueryable<T> query)
    {
        if (QueryShape.Of(context.GetType(), query.Expression) is { } found)
            Keep(found.Shape, null);
    }

    public void Dispose() => known.Dispose();

    private object? Keep(object key, object? made) => known.Set(key, made, new MemoryCacheEntryOptions { Size = 1 });

    /// <summary>The number in a name such as C12; null for any other name.</summary>
    public static int? IndexOf(string name, char prefix) =>
        name.Length > 1
        && name[0] == prefix
        && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    private static SqlRead<T>? Make<T>(PlanDbContext context, IQueryable<T> query, IReadOnlyList<object?> values)
    {
        var whole = Whole.Of(QueryShape.WithNames(query.Expression), out var unread);
        var projection = Projection.Of(whole, typeof(T));
        var builder = RowBuilder.For<T>(context.Model, projection.Result.Body, unread, out var build);
        if (builder is null || builder.Cells.Count > Cells.Count)
            return null;
        var cells = Expression.MemberInit(
            Expression.New(typeof(Cells)),
            builder.Cells.Select(
                (cell, index) =>
                    Expression.Bind(typeof(Cells).GetProperty($"C{index}")!, Expression.Convert(cell, typeof(object)))
            )
        );
        var offices = (context as RestrictedDbContext)?.Offices ?? [];
        using var command = query.Provider.CreateQuery<Cells>(projection.Giving(cells)).CreateDbCommand();
        var arguments = new List<SqlArgument>();
        var sql = command.CommandText;
        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            var name = $@"@{parameter.ParameterName.TrimStart('@')}\b";
            if (parameter is { Value: int constant } && ConstantName().IsMatch(parameter.ParameterName))
            {
                // A size that stands in the query itself: the planner is to know it.
                sql = Regex.Replace(sql, name, $"{constant}");
                continue;
            }

            if (Argument(parameter) is not { } argument || !argument.Agrees(values, offices))
                return null;
            arguments.Add(argument);
            // Known by its place, the statement need not be searched for names each time.
            sql = Regex.Replace(sql, name, $"$${arguments.Count}");
        }

        return new SqlRead<T>(sql, arguments, builder.Cells.Count, build!);
    }

    private static QueryShape ShapeOf(Type view, ReadKey key, IReadOnlyList<BatchRead> path) =>
        new([view, key.Name, .. path.Select(read => read.Name)]);

    /// <summary>Makes the statement of the last read of a path, with values that stand nowhere else.</summary>
    private static SqlRead? Make(PlanDbContext context, ReadKey key, IReadOnlyList<BatchRead> path)
    {
        var values = new StandIns(key, path);
        var ids = values.Ids;
        var last = path.Count - 1;
        for (var place = 0; place < last; place++)
            ids = path[place].RowsOf(ids, values.ArgumentOf(place));
        var query = path[last].Query(ids, values.ArgumentOf(last));
        return (SqlRead?)MakeOneMethod.MakeGenericMethod(query.ElementType).Invoke(null, [context, query, values]);
    }

    /// <summary>Values that do not stand in for others belong to the read itself.</summary>
    private static SqlRead<T>? MakeOne<T>(PlanDbContext context, IQueryable<T> query, StandIns standIns) =>
        QueryShape.Of(context.GetType(), query.Expression) is var (_, values)
            ? Make(context, query, values)?.Taking(index => standIns.PlaceOf(values[index]))
            : null;

    /// <summary>Knows a parameter by its name: V3, or V3_contains for what a LIKE looks for.</summary>
    private static SqlArgument? Argument(NpgsqlParameter parameter)
    {
        var name = parameter.ParameterName.TrimStart('@');
        if (name.EndsWith(nameof(RestrictedDbContext.Offices), StringComparison.Ordinal))
            return new SqlArgument(parameter, null, default);
        var (bare, pattern) = name.Split('_', 2) switch
        {
            [var only] => (only, default),
            [var first, "contains"] => (first, new LikePattern(true, true, true)),
            [var first, "startswith"] => (first, new LikePattern(false, true, true)),
            [var first, "endswith"] => (first, new LikePattern(true, false, true)),
            _ => ("", default(LikePattern)),
        };
        return IndexOf(bare, 'V') is { } index ? new SqlArgument(parameter, index, pattern) : null;
    }

    [GeneratedRegex(@"^@?p\d*$")]
    private static partial Regex ConstantName();
}
