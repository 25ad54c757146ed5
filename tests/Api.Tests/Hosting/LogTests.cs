using CsCheck;
using Microsoft.Extensions.Logging;
using TeacherDevPlan.Api.Hosting.Logs;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>The log grows with the number of kinds of failures, not with the number of failures.</summary>
public sealed class LogTests(PlanService service) : PlanTests(service)
{
    private const int Requests = 30;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Null ends a period.</summary>
    private static readonly Gen<int?[]> Histories = Gen.OneOf(
        Gen.Int[0, 2 * EventSums.MostKinds].Select(kind => (int?)kind),
        Gen.Int[0, 2].Select(kind => (int?)kind),
        Gen.Frequency((1, Gen.Const((int?)null)), (20, Gen.Const((int?)1)))
    ).Array[0, 3000];

    [Fact]
    public void Every_event_is_written_or_counted_and_a_period_has_few_lines() =>
        Histories.Sample(history =>
        {
            var sums = new EventSums();
            var (lines, counted) = (0, 0);
            foreach (var kind in history.Append(null))
            {
                if (kind is { } number)
                {
                    lines += sums.Note(Kind(number), "") == EventLine.None ? 0 : 1;
                    counted++;
                    continue;
                }

                counted -= lines + sums.EndPeriod().Sum(sum => sum.Count);
                if (lines > (EventSums.MostKinds + 1) * EventSums.MostLines || counted != 0)
                    return false;
                lines = 0;
            }

            return true;
        });

    [Fact]
    public void A_stack_trace_is_written_once_until_the_kind_stays_away_for_a_period() =>
        Histories.Sample(history =>
        {
            var sums = new EventSums();
            var (recent, known) = (new HashSet<int>(), new HashSet<int>());
            foreach (var kind in history.Select(kind => kind % EventSums.MostKinds))
            {
                if (kind is { } number)
                {
                    if ((sums.Note(Kind(number), "") == EventLine.WithTrace) != known.Add(number))
                        return false;
                    recent.Add(number);
                    continue;
                }

                sums.EndPeriod();
                known.IntersectWith(recent);
                recent = [];
            }

            return true;
        });

    [Fact]
    public async Task Requests_that_fail_write_a_few_lines_and_one_stack_trace()
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__TeacherDevPlan"] = Service.Logins.Service,
            ["Auth__AnonymousReadOnly"] = "true",
        };
        using var process = Programs.Start(settings, "--urls", "http://127.0.0.1:0");
        string? line;
        while ((line = await process.StandardOutput.ReadLineAsync(Cancellation))?.Contains("is ready") == false) { }
        await Service.ExecuteSqlAsync("ALTER TABLE projects RENAME TO projects_away");
        try
        {
            var url = new Uri(line!.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)));
            using var client = new HttpClient();
            for (var i = 0; i < Requests; i++)
            {
                var answer = await client.GetStringAsync(
                    new Uri(url, "?query={ projects { nodes { id } } plans: developmentPlans { totalCount } }"),
                    Cancellation
                );
                answer.ShouldContain("\"errors\"");
            }
        }
        finally
        {
            await Service.ExecuteSqlAsync("ALTER TABLE projects_away RENAME TO projects");
        }

        using (var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync(Cancellation);
        var log = (await Programs.OutputAsync(process)).Split('\n').Where(one => one.Contains(" fail: ")).ToList();
        log.Count.ShouldBe(EventSums.MostLines + 1);
        log.Count(one => one.Contains("   at ")).ShouldBe(1);
        log[^1].ShouldContain($"{Requests - EventSums.MostLines} more in the last minute");
    }

    private static EventKind Kind(int number) => new(LogLevel.Error, "Test", number, null, null, null);
}
