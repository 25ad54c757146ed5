using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Api.Hosting.Checking;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Infrastructure;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>The page of <c>check --report</c>: the whole document and all findings, whatever the document says.</summary>
public sealed class ReportPageTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "</style></td></table><img src=x onerror=alert(1)>",
        "&lt;b&gt;&#60;",
        "]]><!--",
        "javascript:alert(1)",
        "\u202E\uFFFD",
        "<a href='https://example.org'>",
    ];

    private static readonly string[] Elements =
    [
        .. "html head meta title style body h1 h2 p ul li div table tr td mark a b".Split(' '),
    ];

    private static readonly string[] Attributes = [.. "lang charset http-equiv content class id href".Split(' ')];

    [Fact]
    public void Nothing_that_a_document_says_becomes_markup_and_nothing_of_it_is_left_out()
    {
        var random = new Random(35);
        for (var i = 0; i < 6; i++)
        {
            var plan = Check(Spoiled(random), inThai: i % 2 == 0);
            var page = Page(plan);
            page.Descendants().Select(one => one.Name.LocalName).Distinct().ShouldBeSubsetOf(Elements);
            page.Descendants()
                .SelectMany(one => one.Attributes())
                .Select(one => one.Name.LocalName)
                .Distinct()
                .ShouldBeSubsetOf(Attributes);
            var text = Bare(page.Value);
            foreach (var cell in plan.Rows.SelectMany(row => row.Cells))
                text.ShouldContain(Bare(cell));
        }
    }

    [Fact]
    public void Every_finding_is_beside_its_places_and_every_link_leads_somewhere()
    {
        var random = new Random(36);
        for (var i = 0; i < 4; i++)
        {
            var plan = Check(Spoiled(random), inThai: i % 2 == 0);
            plan.Findings.ShouldNotBeEmpty();
            var page = Page(plan);
            var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
            ids.ShouldBeUnique();
            foreach (var (finding, number) in plan.Findings.Select((one, n) => (one, n + 1)))
            {
                ids.ShouldContain($"f{number}-1");
                page.Value.ShouldContain(plan.Text(finding.Fault.Message).Split('\n')[0]);
            }

            var targets = page.Descendants().Attributes("href").Select(link => link.Value).ToList();
            targets.ShouldAllBe(target => target.StartsWith('#'));
            targets
                .Select(target => target[1..])
                .Where(target => !target.StartsWith('l'))
                .Except(ids)
                .Where(target => ids.Contains($"f{target[1..]}") && HasPlace(plan, target))
                .ShouldBeEmpty();
        }
    }

    /// <summary>Whether the finding of an anchor is printed somewhere in the document.</summary>
    private static bool HasPlace(CheckedPlan plan, string target) =>
        plan.Findings[int.Parse(target[1..].Split('-')[0], System.Globalization.CultureInfo.InvariantCulture) - 1]
            .Fault
            .Source
            is { } source
        && plan.Rows.Any(row => row.Line == source.Line);

    private static byte[] Spoiled(Random random)
    {
        var lines = Encoding
            .UTF8.GetString(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Plans", "plan-a.txt")))
            .Split('\n');
        for (var i = 0; i < 60; i++)
        {
            var line = random.Next(lines.Length);
            var at = random.Next(lines[line].Length + 1);
            lines[line] = lines[line].Insert(at, Hostile[random.Next(Hostile.Length)]);
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines).Replace("๘๔,๕๐๐", "๘๕,๕๐๐"));
    }

    private static CheckedPlan Check(byte[] content, bool inThai)
    {
        using var services = new ServiceCollection().AddPlanFiles().BuildServiceProvider();
        var opened = services
            .GetRequiredService<IPlanFileReader>()
            .Open(content, TestContext.Current.CancellationToken)
            .Value;
        var file = opened.Read(TestContext.Current.CancellationToken).Value;
        return new CheckedPlan("plan.txt", file, FindingRules.Check(file), inThai) { Rows = opened.Rows };
    }

    /// <summary>The page is also XML, which the checks rely on.</summary>
    private static XElement Page(CheckedPlan plan)
    {
        var text = Encoding.UTF8.GetString(ReportPage.Of(plan));
        text.ShouldStartWith("<!DOCTYPE html>");
        return XElement.Parse(text["<!DOCTYPE html>".Length..], LoadOptions.PreserveWhitespace);
    }

    private static string Bare(string text) => text.ReplaceLineEndings("\n");
}
