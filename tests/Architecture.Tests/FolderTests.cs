using System.Reflection;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Architecture.Tests;

/// <summary>
/// Folders (namespaces) of a project do not depend on each other in cycles, so that each can be read after the ones
/// that it uses.
/// </summary>
public sealed class FolderTests
{
    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    [InlineData("Infrastructure")]
    [InlineData("Api")]
    public void Folders_do_not_depend_on_each_other_in_cycles(string project) =>
        new FolderGraph(Assembly.Load($"TeacherDevPlan.{project}"))
            .Cycles()
            .Select(cycle => string.Join(" ", cycle))
            .ShouldBeEmpty();

    [Fact]
    public void A_cycle_is_found() => new FolderGraph(
            new Dictionary<string, IReadOnlySet<string>>
            {
                ["A"] = new HashSet<string> { "B" },
                ["B"] = new HashSet<string> { "C" },
                ["C"] = new HashSet<string> { "A", "D" },
                ["D"] = new HashSet<string>(),
            }
        ).Cycles().ShouldHaveSingleItem().ShouldBe(["A", "B", "C"]);

    [Fact]
    public void Code_in_lambdas_and_signatures_counts_as_use()
    {
        var uses = new FolderGraph(typeof(Entity).Assembly).UsesOf("Findings.Rules");
        uses.ShouldContain("Findings.Rules.Spending");
        uses.ShouldContain("Findings");
    }
}
