using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using GraphQL.Execution;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Api.GraphQL.Execution;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// The statements of representative queries of each model, kept as files so that a reviewer reads the SQL. They are written anew by
/// UPDATE_STATEMENTS=1.
/// </summary>
public sealed partial class StatementTextTests(PlanService service) : PlanTests(service)
{
    public static TheoryData<string> Listed =>
        [.. Models.Of(typeof(Model).Assembly).All.Where(model => model.Roots.Count > 0).Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Listed))]
    public async Task Statements_are_as_they_were_read(string name)
    {
        var models = Service.Services.GetRequiredService<Models>();
        var queries = new RepresentativeQueries(models, models.All.First(model => model.Name == name)).All();
        var text = new StringBuilder();
        foreach (var (caller, query) in queries)
        {
            text.Append("-- ").Append(caller).Append(": ").Append(query).Append('\n');
            foreach (var statement in await StatementsAsync(caller, query))
                text.Append('\n').Append(Lines().Replace(statement, "\n    $1")).Append(";\n");
            text.Append('\n');
        }

        var file = Path.Combine(Folder(), $"{name}.sql");
        if (Environment.GetEnvironmentVariable("UPDATE_STATEMENTS") == "1")
            await File.WriteAllTextAsync(file, text.ToString(), TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(text.ToString());
    }

    private async Task<IReadOnlyList<string>> StatementsAsync(string caller, string query)
    {
        using var client = Service.ClientOf(caller);
        await Service.QueryAsync(query, client: client);
        var document = Service.Services.GetRequiredService<IDocumentBuilder>().Build(query);
        return
        [
            .. Service
                .Services.GetRequiredService<OperationCompilers>()
                .Compile(
                    document,
                    document.Definitions.OfType<GraphQLOperationDefinition>().First(),
                    null,
                    MixedCallers.Of(caller)
                )
                .Operation.Reads.Statements.Texts,
        ];
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Statements");

    [GeneratedRegex(@" ((?:LEFT |CROSS )?JOIN |FROM (?!now|\$)|WHERE |GROUP BY |HAVING |ORDER BY |LIMIT )")]
    private static partial Regex Lines();
}
