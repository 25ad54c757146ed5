using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The plan executor answers as the library's own: with the same data, in the same order, and the same errors.</summary>
public sealed class ExecutorTests(PlanService service)
{
    [Theory]
    [InlineData(null, 250)]
    [InlineData(Role.Viewer, 100)]
    [InlineData(Role.MinistryAnalyst, 150)]
    public async Task Both_executors_give_the_same_answer_to_generated_queries(Role? role, int queries)
    {
        await service.WithSampleAsync();
        await using var stock = await service.StartAnotherAsync([("GraphQL:Executor", "Stock")]);
        var token = role is { } known ? service.Token(known) : null;
        using var client = service.As(token);
        using var other = PlanService.ClientOf(stock, token);
        var generator = new QueryGenerator(service.Services.GetRequiredService<ISchema>(), seed: 6);
        var answered = 0;
        var withErrors = 0;
        for (var i = 0; i < queries; i++)
        {
            var (query, variables) = generator.Next();
            var mine = await AnswerAsync(client, query, variables);
            var theirs = await AnswerAsync(other, query, variables);
            mine.ShouldBe(theirs, query);
            answered += mine.Contains("\"data\":{") ? 1 : 0;
            withErrors += mine.StartsWith("{\"errors\"", StringComparison.Ordinal) ? 1 : 0;
        }

        // The queries are to be ones that are executed, and some are to go wrong in the middle.
        answered.ShouldBeGreaterThan(queries / 3);
        if (role is null)
            withErrors.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Both_executors_give_the_same_answer_where_fields_fail_or_are_null()
    {
        using var schema = new BrokenSchema();
        schema.Initialize();
        var generator = new QueryGenerator(schema, seed: 7);
        var nulls = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var (query, variables) = generator.Next();
            var mine = await ExecuteAsync(schema, new PlanStrategy(), query, variables);
            var theirs = await ExecuteAsync(schema, new SerialExecutionStrategy(), query, variables);
            mine.ShouldBe(theirs, query);
            nulls += mine.Contains("\"data\":null") ? 1 : 0;
        }

        nulls.ShouldBeInRange(20, 1_980);
    }

    [Fact]
    public async Task Both_executors_tell_the_same_schema()
    {
        const string query = """
            { __schema { queryType { name } directives { name locations args { name defaultValue type { name kind } } }
                types { name kind description interfaces { name } possibleTypes { name } enumValues { name description }
                    inputFields { name defaultValue type { name kind ofType { name kind } } }
                    fields { name args { name type { name kind } } type { name kind ofType { name kind ofType { name } } } } } }
              __type(name: "Project") { name kind interfaces { name } fields { name } } }
            """;
        await using var stock = await service.StartAnotherAsync([("GraphQL:Executor", "Stock")]);
        using var other = PlanService.ClientOf(stock);
        var mine = await AnswerAsync(service.Client, query, []);
        mine.ShouldBe(await AnswerAsync(other, query, []));
        mine.ShouldStartWith("{\"data\":{\"__schema\":{");
    }

    [Fact]
    public async Task A_way_to_run_a_document_is_not_taken_for_another()
    {
        using var client = service.As(null);
        const string query =
            "query ($no: Boolean!) { offices(first: 1) { totalCount @skip(if: $no) nodes { code name @include(if: $no) } } }";
        foreach (var no in (bool[])[true, false, true, false])
        {
            var answer = JsonDocument.Parse(await AnswerAsync(client, query, new() { ["no"] = no })).RootElement;
            var offices = answer.GetProperty("data").GetProperty("offices");
            offices.TryGetProperty("totalCount", out _).ShouldBe(!no);
            offices.GetProperty("nodes")[0].TryGetProperty("name", out _).ShouldBe(no);
        }
    }

    private static async Task<string> AnswerAsync(
        HttpClient client,
        string query,
        Dictionary<string, object?> variables
    )
    {
        var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        return Ordered(await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> ExecuteAsync(
        ISchema schema,
        IExecutionStrategy strategy,
        string query,
        Dictionary<string, object?> variables
    )
    {
        var executer = new DocumentExecuter(
            new GraphQLDocumentBuilder(),
            new global::GraphQL.Validation.DocumentValidator(),
            new Fixed(strategy),
            []
        );
        var result = await executer.ExecuteAsync(options =>
        {
            options.Schema = schema;
            options.Query = query;
            options.Variables = new Inputs(variables);
        });
        var serializer = new GraphQLSerializer(options => options.Converters.Add(new Answer.Converter()));
        return Ordered(serializer.Serialize(result));
    }

    /// <summary>
    /// Of errors it does not matter which comes first; of data it does. Where a field is selected twice, the library does not tell where
    /// in the document it stands.
    /// </summary>
    private static string Ordered(string answer)
    {
        var parsed = JsonNode.Parse(answer)!.AsObject();
        var errors = new List<string>();
        foreach (var error in parsed["errors"]?.AsArray() ?? [])
        {
            error!.AsObject().Remove("locations");
            errors.Add(error.ToJsonString());
        }

        var data = parsed.ContainsKey("data") ? parsed["data"]?.ToJsonString() ?? "null" : "none";
        errors.Sort(StringComparer.Ordinal);
        return errors.Count == 0
            ? $"{{\"data\":{data}}}"
            : $"{{\"errors\":[{string.Join(",", errors)}],\"data\":{data}}}";
    }

    private sealed class Fixed(IExecutionStrategy strategy) : IExecutionStrategySelector
    {
        public IExecutionStrategy Select(global::GraphQL.Execution.ExecutionContext context) => strategy;
    }

    private record Thing(int Depth);

    private sealed record Other(int Depth) : Thing(Depth);

    /// <summary>Fields that are null where none may be, that fail, and lists with holes; read off the object, or resolved.</summary>
    private sealed class BrokenSchema : Schema
    {
        public BrokenSchema()
        {
            var either = new InterfaceGraphType { Name = "Either" };
            either.AddField(TypeNames.Field("depth", "Int!", "How deep."));
            var thing = new ThingType<Thing>("Thing");
            var other = new ThingType<Other>("Other");
            foreach (var type in (IObjectGraphType[])[thing, other])
            {
                type.AddResolvedInterface(either);
                either.AddPossibleType(type);
            }

            either.ResolveType = value => value is Other ? other : thing;
            var union = new UnionGraphType { Name = "Any", ResolveType = value => value is Other ? other : thing };
            union.AddPossibleType(thing);
            union.AddPossibleType(other);
            foreach (
                var type in (IGraphType[])
                    [new StringGraphType(), new IntGraphType(), new BooleanGraphType(), either, union, thing, other]
            )
                RegisterType(type);
            var query = new ThingType<object>("Query");
            Query = query;
        }
    }

    private sealed class ThingType<T> : ObjectType<T>
    {
        public ThingType(string name)
            : base(name, "For tests.")
        {
            Value("depth", "Int!", thing => Depth(thing), "How deep.");
            Value("text", "String", _ => "ก\"<é\u0001", "A text.");
            Value("nothing", "String", _ => (string?)null, "Null, as it may be.");
            Value(
                "missing",
                "Int!",
                thing => Depth(thing) % 3 == 0 ? (int?)null : 1,
                "Null at times, as it must not be."
            );
            Value("failing", "Int", _ => Fail<int?>(), "Fails.");
            Value("mustNotFail", "Int!", thing => Depth(thing) % 4 == 1 ? Fail<int>() : 2, "Fails at times.");
            Value("numbers", "[Int!]", _ => (int?[])[1, null, 3], "A list with a hole, which it must not have.");
            Value("words", "[String]", _ => (string?[])["a", null], "A list with a hole.");
            Value("plain", "Thing", thing => Next(thing), "Another.");
            Value("plainList", "[Thing!]", thing => List(thing), "Some.");
            Value("holes", "[Thing]!", thing => (Thing?[])[Next(thing), null], "Some, and none.");
            Resolved("late", "Thing!", "Resolved.", context => Next((T)context.Source!));
            ResolvedAsync(
                "later",
                "Thing",
                "Resolved after a while.",
                async context =>
                {
                    await Task.Yield();
                    return Next((T)context.Source!);
                }
            );
            Resolved(
                "lateList",
                "[Thing!]!",
                "Resolved.",
                context =>
                    (Thing?[])
                        [Next((T)context.Source!), Depth((T)context.Source!) % 3 == 2 ? null : Next((T)context.Source!)]
            );
            Resolved("lateFailing", "Thing!", "Fails.", _ => Fail<Thing>());
            Resolved("either", "Either", "One or the other.", context => Other((T)context.Source!));
            Resolved(
                "any",
                "[Any]",
                "One or the other.",
                context => (Thing?[])[Other((T)context.Source!), null, Next((T)context.Source!)]
            );
        }

        private static int Depth(T? thing) => thing is Thing known ? known.Depth : 0;

        private static Thing Next(T? thing) => new(Depth(thing) + 1);

        private static Thing Other(T? thing) => Depth(thing) % 2 == 0 ? new Other(Depth(thing) + 1) : Next(thing);

        private static IReadOnlyList<Thing> List(T? thing) => [Next(thing), new Thing(Depth(thing) + 2)];

        private static TValue Fail<TValue>() => throw new InvalidOperationException("It failed.");
    }
}
