using System.Text.Json;
using CsCheck;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.Http;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The schema as text says the same as introspection, for made schemas and for the service's own.</summary>
public sealed class SchemaTextTests(PlanService service)
{
    private const string Inputs = "(includeDeprecated: true) { name type { ...t } isDeprecated deprecationReason }";

    private static readonly string Query = $$"""
        { __schema { directives { name args{{Inputs}} } types { name kind specifiedByURL isOneOf inputFields{{Inputs}}
            fields(includeDeprecated: true) { name type { ...t } isDeprecated deprecationReason args{{Inputs}} }
            enumValues(includeDeprecated: true) { name isDeprecated deprecationReason } } } }
        fragment t on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { name kind } } } } }
        """;

    private static readonly string[] Defined = ["specifiedBy", "oneOf"];

    private static readonly Gen<string?> Reason = Gen.Frequency(
        (2, Gen.Const((string?)null)),
        (1, Gen.String[Gen.Char["ก\"\\\n {#"], 1, 6].Select(text => (string?)$"x{text}x"))
    );

    /// <summary>Members of a type, each deprecated for a reason or not.</summary>
    private static readonly Gen<string?[]> Members = Reason.Array[1, 4];

    [Fact]
    public async Task The_text_of_any_schema_says_the_same_as_introspection() =>
        await Gen.Select(Members, Members, Members, Members, Reason, Gen.Bool)
            .SampleAsync(
                async (fields, arguments, inputs, values, url, isOneOf) =>
                    await AgreeAsync(Made(fields, arguments, inputs, values, url, isOneOf)),
                iter: 60,
                threads: 1
            );

    [Fact]
    public async Task The_text_of_the_service_says_the_same_as_introspection()
    {
        var served = await service.QueryAsync(Query);
        var text = await service.Client.GetStringAsync(
            new Uri("/graphql/schema.graphql", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Told(Parser.Parse(text)).ShouldBe(Told(served), ignoreOrder: true);
    }

    private static async Task AgreeAsync(Schema schema)
    {
        var answer = JsonDocument.Parse(
            await schema.ExecuteAsync(new GraphQLSerializer(), options => options.Query = Query)
        );
        answer.RootElement.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        Told(Parser.Parse(HttpPipeline.Sdl(schema)))
            .ShouldBe(Told(answer.RootElement.GetProperty("data")), ignoreOrder: true);
    }

    private static Schema Made(
        string?[] fields,
        string?[] arguments,
        string?[] inputs,
        string?[] values,
        string? url,
        bool isOneOf
    )
    {
        var scalar = new DateGraphType { Name = "Moment" };
        if (url is not null)
            scalar.Specify(url);
        var choice = new EnumerationGraphType { Name = "Choice" };
        foreach (var (i, reason) in values.Index())
            choice.Add(new EnumValueDefinition($"V{i}", i) { DeprecationReason = reason });
        var input = new InputObjectGraphType { Name = "Input", IsOneOf = isOneOf };
        foreach (var (i, reason) in inputs.Index())
            input.AddField(
                new FieldType
                {
                    Name = $"i{i}",
                    ResolvedType = i % 2 == 0 ? scalar : choice,
                    DeprecationReason = reason,
                }
            );
        var query = new ObjectGraphType { Name = "Query" };
        foreach (var (i, reason) in fields.Index())
            query.AddField(
                new FieldType
                {
                    Name = $"f{i}",
                    ResolvedType = new NonNullGraphType(new ListGraphType(i % 2 == 0 ? scalar : choice)),
                    DeprecationReason = reason,
                    Arguments = new QueryArguments(
                        arguments.Select(
                            (why, at) => new QueryArgument(input) { Name = $"a{at}", DeprecationReason = why }
                        )
                    ),
                }
            );
        var schema = new Schema { Query = query };
        Introspection.Prepare(schema);
        Introspection.Complete(schema);
        return schema;
    }

    /// <summary>Every type, field, argument and value of introspection in a line of its own.</summary>
    private static List<string> Told(JsonElement data)
    {
        var told = new List<string>();
        var schema = data.GetProperty("__schema");
        foreach (var directive in schema.GetProperty("directives").EnumerateArray())
        {
            var name = directive.GetProperty("name").GetString()!;
            if (!Defined.Contains(name))
                continue;
            told.Add($"@{name}");
            AddInputs($"@{name}", directive.GetProperty("args"));
        }

        foreach (var type in schema.GetProperty("types").EnumerateArray())
        {
            var name = type.GetProperty("name").GetString()!;
            // GraphQL's own types are not in the text.
            if (
                name.StartsWith("__", StringComparison.Ordinal)
                || name is "String" or "Int" or "Float" or "Boolean" or "ID"
            )
                continue;
            var isOneOf = type.GetProperty("isOneOf").ValueKind == JsonValueKind.True;
            told.Add($"{name} {type.GetProperty("specifiedByURL").GetString()} {isOneOf}");
            AddInputs(name, type.GetProperty("inputFields"));
            foreach (var field in Items(type.GetProperty("fields")))
            {
                var path = $"{name}.{field.GetProperty("name").GetString()}";
                told.Add($"{path}: {Written(field.GetProperty("type"))} {ReasonOf(field)}");
                AddInputs(path, field.GetProperty("args"));
            }

            told.AddRange(
                Items(type.GetProperty("enumValues"))
                    .Select(value => $"{name}.{value.GetProperty("name").GetString()} {ReasonOf(value)}")
            );
        }

        return told;

        void AddInputs(string path, JsonElement inputs) =>
            told.AddRange(
                Items(inputs)
                    .Select(one =>
                        $"{path}({one.GetProperty("name").GetString()}: {Written(one.GetProperty("type"))}) {ReasonOf(one)}"
                    )
            );
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? ReasonOf(JsonElement member)
    {
        var reason = member.GetProperty("deprecationReason").GetString();
        member.GetProperty("isDeprecated").GetBoolean().ShouldBe(reason is not null);
        return reason;
    }

    private static string Written(JsonElement type) =>
        type.GetProperty("kind").GetString() switch
        {
            "NON_NULL" => Written(type.GetProperty("ofType")) + "!",
            "LIST" => $"[{Written(type.GetProperty("ofType"))}]",
            _ => type.GetProperty("name").GetString()!,
        };

    /// <summary>The same of the schema as text.</summary>
    private static List<string> Told(GraphQLDocument document)
    {
        var told = new List<string>();
        foreach (var directive in document.Definitions.OfType<GraphQLDirectiveDefinition>())
        {
            told.Add($"@{directive.Name.StringValue}");
            AddInputs($"@{directive.Name.StringValue}", directive.Arguments?.Items);
        }

        foreach (var type in document.Definitions.OfType<GraphQLTypeDefinition>())
        {
            if (type is GraphQLDirectiveDefinition)
                continue;
            var name = type.Name.StringValue;
            var described = (IHasDirectivesNode)type;
            told.Add($"{name} {Argument(described, "specifiedBy", "url")} {Find(described, "oneOf") is not null}");
            AddInputs(name, (type as GraphQLInputObjectTypeDefinition)?.Fields?.Items);
            foreach (var field in (type as IHasFieldsDefinitionNode)?.Fields?.Items ?? [])
            {
                var path = $"{name}.{field.Name.StringValue}";
                told.Add($"{path}: {SchemaTests.Written(field.Type)} {Argument(field, "deprecated", "reason")}");
                AddInputs(path, field.Arguments?.Items);
            }

            foreach (var value in (type as GraphQLEnumTypeDefinition)?.Values?.Items ?? [])
                told.Add($"{name}.{value.Name.StringValue} {Argument(value, "deprecated", "reason")}");
        }

        return told;

        void AddInputs(string path, IEnumerable<GraphQLInputValueDefinition>? inputs) =>
            told.AddRange(
                (inputs ?? []).Select(one =>
                    $"{path}({one.Name.StringValue}: {SchemaTests.Written(one.Type)}) {Argument(one, "deprecated", "reason")}"
                )
            );
    }

    private static GraphQLDirective? Find(IHasDirectivesNode node, string directive) =>
        node.Directives?.Items.Find(one => one.Name.StringValue == directive);

    private static string? Argument(IHasDirectivesNode node, string directive, string argument) =>
        Find(node, directive)?.Arguments?.Items.Single(one => one.Name.StringValue == argument).Value
            is GraphQLStringValue text
            ? text.Value.ToString()
            : null;
}
