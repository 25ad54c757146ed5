using GraphQLParser;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Tests;

public sealed class SchemaTests(PlanService service)
{
    [Fact]
    public async Task The_committed_schema_is_the_schema()
    {
        var served = await ServedAsync();
        var committed = Path.Combine(Programs.Home, "src", "Api", "schema.graphql");
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
            await File.WriteAllTextAsync(committed, served, TestContext.Current.CancellationToken);
        served.ShouldBe(
            await File.ReadAllTextAsync(committed, TestContext.Current.CancellationToken),
            "run ./test with UPDATE_SCHEMA=1 to accept the change"
        );
    }

    [Fact]
    public async Task The_schema_keeps_the_contract()
    {
        var contract = Members(
            await File.ReadAllTextAsync(
                Path.Combine(Programs.Home, "tests", "Api.Tests", "contract.graphql"),
                TestContext.Current.CancellationToken
            )
        );
        var served = Members(await ServedAsync());
        contract.Count.ShouldBeGreaterThan(240);
        contract
            .Where(member => !served.TryGetValue(member.Key, out var actual) || !Keeps(actual, member.Value))
            .Select(member => $"{member.Key}: {member.Value}, but {served.GetValueOrDefault(member.Key, "missing")}")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_type_field_argument_and_value_is_described()
    {
        var document = Parser.Parse(await ServedAsync());
        var undescribed = new List<string>();
        foreach (var type in document.Definitions.OfType<GraphQLTypeDefinition>())
        {
            Check(type, type.Name.StringValue);
            foreach (var field in (type as IHasFieldsDefinitionNode)?.Fields?.Items ?? [])
            {
                Check(field, $"{type.Name.StringValue}.{field.Name.StringValue}");
                foreach (var argument in field.Arguments?.Items ?? [])
                    Check(argument, $"{type.Name.StringValue}.{field.Name.StringValue}({argument.Name.StringValue})");
            }

            foreach (var field in (type as GraphQLInputObjectTypeDefinition)?.Fields?.Items ?? [])
                Check(field, $"{type.Name.StringValue}.{field.Name.StringValue}");
            foreach (var value in (type as GraphQLEnumTypeDefinition)?.Values?.Items ?? [])
                Check(value, $"{type.Name.StringValue}.{value.Name.StringValue}");
        }

        undescribed.ShouldBeEmpty();

        void Check(IHasDescriptionNode node, string name)
        {
            if (node.Description is null || node.Description.Value.Length == 0)
                undescribed.Add(name);
        }
    }

    private Task<string> ServedAsync() =>
        service.Client.GetStringAsync(
            new Uri("/graphql/schema.graphql", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

    /// <summary>A field may take further arguments, and a union hold further types; what is there stays as it is.</summary>
    private static bool Keeps(string served, string contract) =>
        served == contract
        || contract.Split(' ') is [var type, var parts]
            && served.Split(' ') is [var servedType, var servedParts]
            && type == servedType
            && parts
                .Split([',', '&', '|'], StringSplitOptions.RemoveEmptyEntries)
                .All(servedParts.Split([',', '&', '|']).Contains)
            && servedParts
                .Split([',', '&', '|'], StringSplitOptions.RemoveEmptyEntries)
                .Except(parts.Split([',', '&', '|']))
                .All(added => !added.EndsWith('!'));

    /// <summary>Every type, field and value as "Type.member" with its type and arguments.</summary>
    private static Dictionary<string, string> Members(string sdl)
    {
        var members = new Dictionary<string, string>();
        foreach (var type in Parser.Parse(sdl).Definitions.OfType<GraphQLTypeDefinition>())
        {
            var name = type.Name.StringValue;
            var interfaces =
                (type as GraphQLObjectTypeDefinition)?.Interfaces?.Items.Select(item => item.Name.StringValue) ?? [];
            var possible =
                (type as GraphQLUnionTypeDefinition)?.Types?.Items.Select(item => item.Name.StringValue) ?? [];
            members[name] = $"{type.Kind} {string.Join('&', interfaces)}{string.Join('|', possible.Order())}";
            foreach (var field in (type as IHasFieldsDefinitionNode)?.Fields?.Items ?? [])
            {
                var arguments =
                    field.Arguments?.Items.Select(argument => $"{argument.Name.StringValue}:{Written(argument.Type)}")
                    ?? [];
                members[$"{name}.{field.Name.StringValue}"] = $"{Written(field.Type)} {string.Join(',', arguments)}";
            }

            foreach (var field in (type as GraphQLInputObjectTypeDefinition)?.Fields?.Items ?? [])
                members[$"{name}.{field.Name.StringValue}"] = Written(field.Type);
            foreach (var value in (type as GraphQLEnumTypeDefinition)?.Values?.Items ?? [])
                members[$"{name}.{value.Name.StringValue}"] = "value";
        }

        return members;
    }

    internal static string Written(GraphQLType type) =>
        type switch
        {
            GraphQLNonNullType inner => Written(inner.Type) + "!",
            GraphQLListType inner => $"[{Written(inner.Type)}]",
            GraphQLNamedType named => named.Name.StringValue,
            _ => throw new InvalidOperationException($"Unknown type {type.Kind}."),
        };
}
