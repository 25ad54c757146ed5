using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests;

/// <summary>A Gregorian year is explained wherever a fiscal year can be given, as a literal and in a variable.</summary>
public sealed class FiscalYearTests(PlanService service) : PlanTests(service)
{
    private const string Explained = "2023 is a Gregorian year; did you mean 2566?";

    private HttpClient Everybody { get; } =
        service.As(
            service.Token(
                [Role.Administrator, Role.PlanOfficer, Role.BudgetOfficer, Role.DevelopmentOfficer, Role.Staff],
                [PlanService.Office]
            )
        );

    private ISchema Schema => Service.Services.GetRequiredService<ISchema>();

    [Fact]
    public async Task Arguments_of_queries_explain_it()
    {
        var count = 0;
        foreach (var field in Schema.Query.Fields)
        foreach (var year in (field.Arguments ?? []).Where(argument => FiscalYears.IsNamed(argument.Name)))
        {
            count++;
            await ExplainedAsync(field, year.Name, Bare(year.ResolvedType!));
        }

        count.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task Arguments_of_fields_explain_it()
    {
        string[] queries =
        [
            "query ($y: Int!) { offices { nodes { developmentPlan(fiscalYear: $y) { __typename } } } }",
            "query ($y: Int!) { offices { nodes { strategicPlan(fiscalYear: $y) { __typename } } } }",
            "query ($y: Int!) { indicators { nodes { target(fiscalYear: $y) { __typename } } } }",
        ];
        Schema
            .AllTypes.OfType<IObjectGraphType>()
            .Where(type => type != Schema.Query && type != Schema.Mutation)
            .SelectMany(type => type.Fields)
            .SelectMany(field => field.Arguments ?? [])
            .Count(argument => FiscalYears.IsNamed(argument.Name))
            .ShouldBe(queries.Length);
        foreach (var query in queries)
        {
            (await Service.AskAsync(query, new { y = 2023 }, Everybody)).ToString().ShouldContain(Explained);
            var literal = query.Replace("query ($y: Int!) ", "").Replace("$y", "2023");
            (await Service.AskAsync(literal, null, Everybody)).ToString().ShouldContain(Explained);
        }
    }

    [Fact]
    public async Task Filters_on_fiscal_years_explain_it_in_every_operation()
    {
        var lists = Schema
            .Query.Fields.Where(field =>
                field.Arguments?.Find("where") is not null
                && !field.Arguments.Any(argument =>
                    argument.Name != "where" && argument.ResolvedType is NonNullGraphType
                )
            )
            .Select(field =>
                (field.Name, Filter: (IInputObjectGraphType)Bare(field.Arguments!.Find("where")!.ResolvedType!))
            )
            .ToList();
        var checkedTypes = new HashSet<string>();
        foreach (var (name, filter) in lists)
        foreach (var year in filter.Fields.Where(field => FiscalYears.IsNamed(field.Name)))
        {
            checkedTypes.Add(filter.Name);
            foreach (var (operation, operand) in Operations)
            {
                var where = $"{{ {year.Name}: {{ {operation}: {operand} }} }}";
                (await Service.AskAsync($"{{ {name}(where: {where}) {{ __typename }} }}", null, Everybody))
                    .ToString()
                    .ShouldContain(Explained, customMessage: $"{name} {where}");
            }

            var variable = new Dictionary<string, object> { [year.Name] = new { @in = new[] { 2566, 2023 } } };
            (
                await Service.AskAsync(
                    $"query ($w: {filter.Name}) {{ {name}(where: {{ and: [$w] }}) {{ __typename }} }}",
                    new { w = variable },
                    Everybody
                )
            )
                .ToString()
                .ShouldContain(Explained, customMessage: $"{name} by variable");
        }

        // Those that are reached through others only have the same fields.
        checkedTypes.Count.ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public async Task Mutations_explain_it_as_a_typed_error()
    {
        var years = Schema
            .AllTypes.OfType<IInputObjectGraphType>()
            .Where(type =>
                Schema.Mutation!.Fields.Any(field => Bare(field.Arguments!.Find("input")!.ResolvedType!) == type)
            )
            .SelectMany(type => type.Fields.Select(field => (type, field)))
            .Where(one => FiscalYears.IsNamed(one.field.Name))
            .ToList();
        years.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var (type, field) in years)
        {
            var mutation = char.ToLowerInvariant(type.Name[0]) + type.Name[1..^"Input".Length];
            var members = type.Fields.Where(one => one.ResolvedType is NonNullGraphType || one == field);
            var input = string.Join(
                ", ",
                members.Select(one => $"{one.Name}: {(one == field ? "2023" : Some(one.ResolvedType!))}")
            );
            var data = await Service.QueryAsync(
                $"mutation {{ {mutation}(input: {{ {input} }}) {{ errors {{ ... on ValidationError {{ field message }} }} }} }}",
                client: Everybody
            );
            data.GetProperty(mutation)
                .GetProperty("errors")
                .EnumerateArray()
                .Where(error => error.TryGetProperty("field", out var name) && name.GetString() == field.Name)
                .Select(error => error.GetProperty("message").GetString()!)
                .ShouldContain(message => message.Contains(Explained), $"{mutation} {field.Name}");
        }
    }

    [Theory]
    [InlineData("{ projects(where: { fiscalYear: { eq: 2566 } }) { totalCount } }")]
    [InlineData("{ projects(where: { fiscalYear: { gte: 0, lt: 9999 } }) { totalCount } }")]
    [InlineData("{ projects(where: { number: { lt: 2023 } }) { totalCount } }")]
    public async Task Other_numbers_are_no_years(string query) =>
        (await Service.QueryAsync(query)).ToString().ShouldContain("10");

    private static readonly (string, string)[] Operations =
    [
        ("eq", "2023"),
        ("neq", "2023"),
        ("in", "[2566, 2023]"),
        ("nin", "2023"),
        ("gt", "2023"),
        ("gte", "2023"),
        ("lt", "2023"),
        ("lte", "2023"),
    ];

    private async Task ExplainedAsync(FieldType field, string year, IGraphType type)
    {
        var isList = field.Arguments!.Find(year)!.ResolvedType!.ToString()!.Contains('[');
        var others = field
            .Arguments!.Where(argument => argument.ResolvedType is NonNullGraphType && argument.Name != year)
            .Select(argument => $", {argument.Name}: {Some(argument.ResolvedType!)}");
        var selection = Bare(field.ResolvedType!) is IComplexGraphType ? "{ __typename }" : "";
        foreach (var value in new[] { "$y", isList ? "[2023]" : "2023" })
        {
            var query = $"{{ {field.Name}({year}: {value}{string.Concat(others)}) {selection} }}";
            var declared = value == "$y" ? $"query ($y: {(isList ? "[Int!]!" : "Int!")}) " : "";
            object? variables = value == "$y" ? new { y = isList ? (object)new[] { 2023 } : 2023 } : null;
            (await Service.AskAsync(declared + query, variables, Everybody))
                .ToString()
                .ShouldContain(Explained, customMessage: query);
        }

        type.Name.ShouldBe("Int");
    }

    private static IGraphType Bare(IGraphType type) =>
        type switch
        {
            NonNullGraphType nonNull => Bare(nonNull.ResolvedType!),
            ListGraphType list => Bare(list.ResolvedType!),
            _ => type,
        };

    /// <summary>A value of a type, as a literal.</summary>
    private static string Some(IGraphType type) =>
        type switch
        {
            NonNullGraphType nonNull => Some(nonNull.ResolvedType!),
            ListGraphType { ResolvedType: var item } when Bare(item!) is IInputObjectGraphType => "[]",
            ListGraphType list => $"[{Some(list.ResolvedType!)}]",
            EnumerationGraphType values => values.Values.First().Name,
            { Name: "Boolean" } => "false",
            { Name: "Int" or "Decimal" } => "1",
            { Name: "LocalDate" } => "\"2023-01-01\"",
            _ => "\"x\"",
        };
}
