using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Every row of the database, loaded whole and without any condition: what the naive evaluation goes over.</summary>
internal sealed class LoadedRows
{
    private readonly Dictionary<Type, List<object>> byType = [];
    private readonly Dictionary<(Type, Guid), object> byId = [];
    private readonly Dictionary<Type, PropertyInfo> keys = [];
    private readonly Dictionary<(Type, string), ILookup<Guid, object>> children = [];

    private LoadedRows(TextRanks ranks) => Ranks = ranks;

    public TextRanks Ranks { get; }

    /// <summary>Projects that were drafts when they were removed, with the codes of their offices.</summary>
    public Dictionary<Guid, string> RemovedDrafts { get; } = [];

    public DateOnly Today { get; } = ThaiDay.Of(DateTimeOffset.UtcNow);

    public static async Task<LoadedRows> LoadAsync(PlanService service)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var loaded = new LoadedRows(new TextRanks(service.ConnectionString));
        await using var context = new PlanDbContext(DatabaseOptions.Configure(service.ConnectionString).Options);
        foreach (var entity in context.Model.GetEntityTypes())
        {
            if (
                entity.FindPrimaryKey() is { Properties: [{ PropertyInfo: { } key }] }
                && key.PropertyType == typeof(Guid)
            )
                loaded.keys[entity.ClrType] = key;
            var load = typeof(LoadedRows).GetMethod(nameof(AllAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
            var rows =
                (Task<List<object>>)load.MakeGenericMethod(entity.ClrType).Invoke(null, [context, cancellation])!;
            loaded.Add(entity.ClrType, await rows);
        }

        await using var connection = new NpgsqlConnection(service.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var removed = new NpgsqlCommand("SELECT project_id, office_code FROM removed_drafts", connection);
        await using var reader = await removed.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            loaded.RemovedDrafts[reader.GetGuid(0)] = reader.GetString(1);
        return loaded;
    }

    public IReadOnlyList<object> Of(Type type) => byType[type];

    public IEnumerable<T> Of<T>() => byType[typeof(T)].Cast<T>();

    public bool IsRow(Type type) => byType.ContainsKey(type);

    /// <summary>The row that an id names; null where there is none.</summary>
    public object? Find(Type type, Guid? id) => id is { } known ? byId.GetValueOrDefault((type, known)) : null;

    public Guid? IdOf(object row) => keys.TryGetValue(row.GetType(), out var key) ? (Guid)key.GetValue(row)! : null;

    /// <summary>The rows of a type whose member names a row.</summary>
    public IEnumerable<object> Below(Type type, MemberPath parent, object row)
    {
        if (!children.TryGetValue((type, parent.ToString()), out var known))
        {
            known = byType[type]
                .Where(child => parent.Last.GetValue(child) is not null)
                .ToLookup(child => (Guid)parent.Last.GetValue(child)!);
            children[(type, parent.ToString())] = known;
        }

        return known[IdOf(row)!.Value];
    }

    private static async Task<List<object>> AllAsync<T>(PlanDbContext context, CancellationToken cancellation)
        where T : class => [.. await context.Set<T>().AsNoTracking().ToListAsync(cancellation)];

    private void Add(Type type, List<object> rows)
    {
        byType[type] = rows;
        foreach (var row in rows)
        {
            if (IdOf(row) is { } id)
                byId[(type, id)] = row;
        }
    }
}
