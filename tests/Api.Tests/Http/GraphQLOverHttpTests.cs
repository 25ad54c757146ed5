using System.Diagnostics;

namespace TeacherDevPlan.Api.Tests;

public sealed class GraphQLOverHttpTests(PlanService service)
{
    [Fact]
    public async Task All_audits_of_GraphQL_over_HTTP_pass()
    {
        var start = new ProcessStartInfo("node", ["tests/graphql-http-audits.mjs", $"{service.Url}/graphql"])
        {
            WorkingDirectory = Programs.Home,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        output.Trim().ShouldEndWith("61 of 61 audits passed");
    }
}
