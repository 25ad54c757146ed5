using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Api.Tests.Reads;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using ModelSet = TeacherDevPlan.Application.Common.Models.Models;

namespace TeacherDevPlan.Api.Tests;

/// <summary>What somebody is answered about anything that the models offer.</summary>
internal static class PublicAnswers
{
    private const int MostDepth = 3;

    /// <summary>Requests of any shape, with values and ids of all rows that there are now.</summary>
    public static async Task<IReadOnlyList<(string Query, object Variables)>> AnyRequestsAsync(
        PlanService service,
        int count,
        int seed
    )
    {
        var schema = service.Services.GetRequiredService<ISchema>();
        var models = service.Services.GetRequiredService<ModelSet>();
        var rows = await LoadedRows.LoadAsync(service);
        var all = new NaiveValues(rows, models, MixedCallers.Everything(rows));
        return
        [
            .. Enumerable
                .Range(seed, count)
                .Select(i =>
                {
                    var dice = new Random(i);
                    var pool = new ValuePool(all, dice);
                    var inputs = new InputMaker(schema, models, pool, dice, IsOpen);
                    var asked = new RequestMaker(schema, models, pool, inputs, dice, IsOpen).Make();
                    var (query, variables) = new RequestText((GivenAs)dice.Next(4), dice).Write(asked);
                    return (query, (object)variables);
                }),
        ];
    }

    public static async Task<IReadOnlyList<string>> AskAsync(
        PlanService service,
        IEnumerable<(string Query, object Variables)> requests,
        params string[] callers
    )
    {
        var answers = new List<string>();
        foreach (var caller in callers)
        {
            using var client = service.ClientOf(caller);
            foreach (var (query, variables) in requests)
                answers.Add($"{caller}: {query}\n{await service.AskAsync(query, variables, client)}");
        }

        return answers;
    }

    /// <summary>
    /// All values of all rows in lists, and of the parts of these rows, without what differs from one time to the next: ids,
    /// versions, moments and who imported.
    /// </summary>
    public static async Task<IReadOnlyList<string>> AllAsync(PlanService service, string caller)
    {
        using var client = service.ClientOf(caller);
        var models = service.Services.GetRequiredService<ModelSet>();
        var rows = new List<string>();
        foreach (var (model, root) in RequestMaker.Roots(models).Where(one => one.Root is RootList))
        {
            if (!root.Access.Allows(MixedCallers.Of(caller)))
                continue;
            foreach (var field in Parts(model, models, MixedCallers.Of(caller)))
                rows.AddRange(await NodesAsync(service, client, model, root.Name, field));
        }

        return rows;
    }

    private static async Task<IEnumerable<string>> NodesAsync(
        PlanService service,
        HttpClient client,
        Model model,
        string list,
        string field
    )
    {
        var nodes = new List<string>();
        for (string? after = ""; after is not null; )
        {
            var data = await service.QueryAsync(
                $"{{ {list}(first: 10{(after.Length == 0 ? "" : $", after: \"{after}\"")}) {{ nodes {{ {field} }} pageInfo {{ hasNextPage endCursor }} }} }}",
                client: client
            );
            var page = data.GetProperty(list);
            nodes.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => $"{model.Name} {node}"));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }

        return nodes.Order(StringComparer.Ordinal);
    }

    /// <summary>The values of a row as one selection, and one for each list of its parts.</summary>
    private static IEnumerable<string> Parts(Model model, ModelSet models, Caller caller) =>
        model
            .Fields.OfType<ManyField>()
            .Where(field => field.Access.Allows(caller))
            .Select(field => Selected(field, models, caller, 1))
            .OfType<string>()
            .Prepend(Values(model, caller))
            .Where(selected => selected.Length > 0);

    private static string Values(Model model, Caller caller) =>
        string.Join(' ', model.Fields.Where(field => field.Access.Allows(caller)).Select(ValueOf).OfType<string>());

    private static string? ValueOf(ModelField field) =>
        field switch
        {
            ValueField { NodeType: not null } or ValueField { Name: "version" or "statusChangedBy" } => null,
            ValueField { Type: var type } when type == typeof(DateTimeOffset) => null,
            ValueField or LocalTextField => field.Name,
            GroupField group when group.Fields.Select(ValueOf).OfType<string>().ToList() is { Count: > 0 } values =>
                $"{field.Name} {{ {string.Join(' ', values)} }}",
            SourceField => $"{field.Name} {{ line rawText }}",
            BudgetField => $"{field.Name} {{ planned committed disbursed }}",
            _ => null,
        };

    private static string? Selected(ManyField field, ModelSet models, Caller caller, int depth)
    {
        if (field.Years is not null)
            return null;
        if (field.Shape is ManyShape.Texts or ManyShape.FirstText)
            return field.Name;
        var model = models.For(field.Row);
        var below =
            depth == MostDepth
                ? []
                : model
                    .Fields.OfType<ManyField>()
                    .Where(one => one.Access.Allows(caller) && models.For(one.Row).Roots.Count == 0)
                    .Select(one => Selected(one, models, caller, depth + 1))
                    .OfType<string>();
        var selected = string.Join(' ', below.Prepend(Values(model, caller)).Where(one => one.Length > 0));
        return selected.Length == 0 ? null : $"{field.Name} {{ {selected} }}";
    }

    private static bool IsOpen(AccessRule rule) => rule.IsOpen;
}
