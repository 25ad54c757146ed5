using System.Text.Json;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Nothing that a caller sends changes what another is answered: operations are kept for one kind of request and caller.</summary>
[Collection(nameof(MixedData))]
public sealed class KeptOperationTests(MixedData data)
{
    private const int VariablesPerList = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_text_with_variables_of_every_shape_by_everybody_at_once_is_answered_as_by_a_new_service()
    {
        await using var fresh = await data.Service.StartAnotherAsync([("RateLimits:AnonymousPerSecond", "0")]);
        var dice = new Random(7);
        var requests = new List<(string Caller, string Query, object Variables, string Literal)>();
        foreach (
            var (model, root) in RequestMaker
                .Roots(data.Models)
                .Where(one => one.Root is RootList && one.Model.IsSorted)
        )
        {
            for (var i = 0; i < VariablesPerList; i++)
            {
                var caller = MixedCallers.Names[i % MixedCallers.Names.Length];
                requests.Add(Request(model, (RootList)root, caller, dice));
            }
        }

        var shuffled = requests.OrderBy(_ => dice.Next()).ToList();
        var answers = new (string Request, string Answer)[shuffled.Count];
        await Parallel.ForAsync(
            0,
            shuffled.Count,
            new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Cancellation },
            async (i, _) =>
            {
                var (caller, query, variables, _) = shuffled[i];
                using var client = data.Service.ClientOf(caller);
                answers[i] = (query, (await data.Service.AskAsync(query, variables, client)).ToString());
            }
        );
        for (var i = 0; i < shuffled.Count; i++)
        {
            var (caller, query, variables, literal) = shuffled[i];
            using var client = PlanService.ClientOf(fresh, TokenOf(caller));
            var answer = await data.Service.AskAsync(literal, client: client);
            WithoutPlaces(answers[i].Answer)
                .ShouldBe(
                    WithoutPlaces(answer.ToString()),
                    $"{caller}: {query}\n{JsonSerializer.Serialize(variables)}"
                );
        }
    }

    [Fact]
    public async Task An_empty_list_and_a_null_in_a_list_are_answered_for_every_enum_and_spoil_nothing()
    {
        var everything = data.Everything.Seen.Caller;
        using var client = data.Service.As(data.Service.Token([.. everything.Roles], [.. everything.Offices]));
        foreach (var (model, root) in RequestMaker.Roots(data.Models).Where(one => one.Root is RootList))
        {
            foreach (
                var field in model
                    .Fields.OfType<ValueField>()
                    .Where(one => one is { Type.IsEnum: true, IsFiltered: true, IsList: false })
            )
            {
                var type = field.Type.Name;
                var text =
                    $"query ($in: [{type}], $nin: [{type}]) {{ {root.Name}(where: {{ {field.Name}: {{ in: $in, nin: $nin }} }}) {{ totalCount }} }}";
                var values = data.Rows.Of(model.Row).Select(row => data.Everything.Of(field, row)).ToList();
                string?[] some = [EnumWord.Of(Enum.GetValues(field.Type).GetValue(0)!).Word];
                string?[] none = [];
                string?[] nulls = [null];
                string?[] both = [null, .. some];
                foreach (var round in new[] { 1, 2 })
                {
                    (await CountAsync(none, none)).ShouldBe(0, text);
                    (await CountAsync(both, none)).ShouldBe(values.Count(value => Is(value, both)), $"{text} {round}");
                    (await CountAsync(nulls, some)).ShouldBe(values.Count(value => value is null), $"{text} {round}");
                    (await CountAsync(some, nulls)).ShouldBe(values.Count(value => Is(value, some)), $"{text} {round}");
                }

                async Task<int> CountAsync(string?[] @in, string?[] nin) =>
                    (await data.Service.QueryAsync(text, new { @in, nin }, client))
                        .GetProperty(root.Name)
                        .GetProperty("totalCount")
                        .GetInt32();

                static bool Is(object? value, string?[] words) =>
                    words.Contains(value is null ? null : EnumWord.Of(value).Word);
            }
        }
    }

    [Fact]
    public async Task Keys_of_an_order_in_a_default_value_keep_their_order()
    {
        const string nodes = "{ nodes { number nature status } }";
        foreach (
            var order in new[]
            {
                "{ nature: DESC, number: DESC }",
                "{ number: DESC, nature: DESC }",
                "{ status: DESC, nature: ASC, number: DESC }",
            }
        )
        {
            var literal = await data.Service.QueryAsync($"{{ projects(order: [{order}]) {nodes} }}");
            var standard = await data.Service.QueryAsync(
                $"query ($order: [ProjectSortInput!] = [{order}]) {{ projects(order: $order) {nodes} }}"
            );
            standard.ToString().ShouldBe(literal.ToString(), order);
        }
    }

    [Fact]
    public async Task An_id_of_another_type_is_refused_however_often_the_right_one_was_taken()
    {
        const string text = "query ($id: ID) { projects(where: { id: { eq: $id } }) { totalCount nodes { number } } }";
        var ids = await data.Service.QueryAsync("{ projects(first: 1) { nodes { id plan { id } } } }");
        var project = ids.GetProperty("projects").GetProperty("nodes")[0];
        foreach (var _ in new[] { 1, 2 })
        {
            (await data.Service.QueryAsync(text, new { id = project.GetProperty("id") }))
                .GetProperty("projects")
                .GetProperty("totalCount")
                .GetInt32()
                .ShouldBe(1);
            var refused = await data.Service.AskAsync(text, new { id = project.GetProperty("plan").GetProperty("id") });
            PlanService.CodeOf(refused).ShouldBe("INVALID_ID");
        }
    }

    [Fact]
    public async Task A_size_that_was_left_out_at_first_counts_when_it_is_asked_for()
    {
        const string text =
            "query ($n: Int, $b: Boolean!) { a: projects(first: $n) @include(if: $b) { nodes { number } } projects { totalCount } }";
        await data.Service.QueryAsync(text, new { n = 3, b = false });
        foreach (var n in new[] { 3, 1, 2, 3, 1 })
        {
            var found = await data.Service.QueryAsync(text, new { n, b = true });
            found.GetProperty("a").GetProperty("nodes").GetArrayLength().ShouldBe(n);
        }
    }

    [Theory]
    [InlineData("query ($a: ID!) { found: nodes(ids: [$a]) { __typename } }")]
    [InlineData("query ($a: ID!) { found: nodes(ids: [$a, $a]) { __typename } }")]
    public async Task An_id_of_any_type_is_found_after_those_of_others(string text)
    {
        var ids = await data.Service.QueryAsync("{ projects(first: 1) { nodes { id plan { id office { id } } } } }");
        var project = ids.GetProperty("projects").GetProperty("nodes")[0];
        foreach (var _ in new[] { 1, 2 })
        {
            (await TypeAsync(project)).ShouldBe("Project");
            (await TypeAsync(project.GetProperty("plan"))).ShouldBe("DevelopmentPlan");
            (await TypeAsync(project.GetProperty("plan").GetProperty("office"))).ShouldBe("Office");
        }

        async Task<string?> TypeAsync(JsonElement row) =>
            (await data.Service.QueryAsync(text, new { a = row.GetProperty("id") }))
                .GetProperty("found")[0]
                .GetProperty("__typename")
                .GetString();
    }

    private (string, string, object, string) Request(Model model, RootList root, string caller, Random dice)
    {
        var values = data.ValuesOf(caller);
        var inputs = new InputMaker(
            data.Schema,
            data.Models,
            new ValuePool(data.Everything, dice),
            dice,
            values.Allows
        );
        var given = inputs.Where(model);
        while (given.HasMissing)
            given = inputs.Where(model);
        var arguments = new List<(string, Given)>
        {
            ("where", given),
            ("order", inputs.Order(model)),
            ("first", new GivenValue("Int", dice.Next(1, 5))),
        };
        var told = model
            .Fields.Where(field => field is ValueField && field.Access.IsOpen)
            .Take(4)
            .Select(Asked (field) => new AskedField(field.Name, field.Name));
        var asked = new AskedField(root.Name, root.Name)
        {
            Arguments = arguments,
            Below =
            [
                new AskedField("totalCount", "totalCount"),
                new AskedField("nodes", "nodes") { Below = [new AskedField("__typename", "__typename"), .. told] },
            ],
        };
        var (query, variables) = new RequestText(GivenAs.Variables, dice).Write([asked]);
        return (caller, query, variables, new RequestText(GivenAs.Literals, dice).Write([asked]).Query);
    }

    private string? TokenOf(string caller) =>
        Somebody.All[caller] is { } one ? data.Service.Token(one.Roles, one.Offices) : null;

    /// <summary>Where an error stands in the text differs with the text.</summary>
    private static string WithoutPlaces(string answer) =>
        System.Text.RegularExpressions.Regex.Replace(answer, "\"(line|column)\":\\d+", "");
}
