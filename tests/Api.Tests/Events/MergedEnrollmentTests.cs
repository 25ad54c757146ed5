using System.Globalization;
using Npgsql;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.People;

namespace TeacherDevPlan.Api.Tests.Events;

/// <summary>Two records of one person that are both in an offering are merged and separated, and nothing is lost or doubled.</summary>
public sealed class MergedEnrollmentTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Rows = """
        SELECT 'e ' || e::text FROM enrollments e UNION ALL SELECT 'x ' || x::text FROM enrollment_exceptions x
        UNION ALL SELECT 'a ' || a::text FROM attendances a UNION ALL SELECT 'm ' || m::text FROM merged_enrollments m ORDER BY 1
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Merging_and_separating_gives_everything_back_except_a_seat_that_somebody_else_has_by_now(
        bool others
    )
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        using var own = new RegistryClient(Service, PlanService.Office);
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        var (merged, refused) = (0, 0);
        for (var round = 0; round < 8; round++)
        {
            var people = new List<string>();
            foreach (var name in new[] { "มานี ก่อน", "มานี หลัง", "ปิติ พอใจ", "ชูใจ เลิศล้ำ" })
                people.Add(await own.PersonAsync($"{name} {round}"));
            for (var i = 0; i < 3; i++)
                await FillAsync(officer, dice, others ? people : people[..2]);
            var before = await ColumnAsync(Rows);
            var open = await OpenAsync();
            var answer = await MergeTests.MergeAsync(own, people[0], people[1]);
            var reasons = MergeTests.Reasons(answer);
            if (reasons.Count > 0)
            {
                refused++;
                reasons.ShouldAllBe(reason => reason == "BOTH_WERE_THERE");
                answer.ToString().ShouldContain("อบรมหลักสูตรสถานศึกษา");
                (await ColumnAsync(Rows)).ShouldBe(before, $"seed {seed}");
                continue;
            }

            merged++;
            (
                await ColumnAsync("SELECT 1::text FROM enrollments GROUP BY offering_id, person_id HAVING count(*) > 1")
            ).ShouldBeEmpty($"seed {seed}");
            // Rows are there or set aside, and what was recorded is still seen.
            (
                await ColumnAsync(
                    "SELECT ((SELECT count(*) FROM enrollments) + (SELECT count(*) FROM merged_enrollments))::text"
                )
            )
                .Single()
                .ShouldBe(before.Count(row => row[0] == 'e').ToString(CultureInfo.InvariantCulture), $"seed {seed}");
            (await ColumnAsync("SELECT coalesce(sum(attended_minutes), 0)::text FROM enrollments"))
                .Single()
                .ShouldBe(open.Minutes, $"seed {seed}");
            await NobodyWaitsWhoFitsAsync($"seed {seed}");
            MergeTests
                .Reasons(
                    await own.SendAsync(
                        "unmergePeople",
                        "person { id } errors { ... on CannotMergeError { reasons { code message } } }",
                        new { duplicateId = people[1], reason = "คนละคน" }
                    )
                )
                .ShouldBeEmpty($"seed {seed}");
            var after = await ColumnAsync(Rows);
            if (!others)
                after.ShouldBe(before, $"seed {seed}, round {round}");
            after.Length.ShouldBe(before.Length, $"seed {seed}");
            await NobodyWaitsWhoFitsAsync($"seed {seed}");
            // Nobody is worse off than before, but for who gave a seat to somebody else, and waits for one.
            var now = await OpenAsync();
            foreach (var (id, status) in open.Status)
                now.Status[id]
                    .ShouldBeOneOf([status, status == "WAITLISTED" ? "ENROLLED" : "WAITLISTED"], $"seed {seed}");
            (now.Status.Values.Count(status => status == "ENROLLED")).ShouldBeGreaterThanOrEqualTo(
                open.Status.Values.Count(status => status == "ENROLLED"),
                $"seed {seed}"
            );
        }

        merged.ShouldBePositive($"seed {seed}");
    }

    [Fact]
    public async Task The_open_enrolment_stays_and_the_seat_of_the_other_goes_to_who_waits()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        using var own = new RegistryClient(Service, PlanService.Office);
        var kept = await own.PersonAsync("มานี หลังแต่งงาน");
        var duplicate = await own.PersonAsync("มานี ก่อนแต่งงาน");
        var other = await own.PersonAsync("ปิติ พอใจ");
        var offering = await officer.OpenAsync(2, EventClient.UntilLater);
        await officer.EnrollAsync(offering, [kept, duplicate]);
        (await officer.EnrollAsync(offering, [other])).Statuses.ShouldBe(["WAITLISTED"]);
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, duplicate)).ShouldBeEmpty();
        (await ColumnAsync("SELECT status || ' ' || seat FROM enrollments ORDER BY seat")).ShouldBe([
            "ENROLLED 1",
            "ENROLLED 2",
        ]);
        await own.SendAsync("unmergePeople", "person { id }", new { duplicateId = duplicate, reason = "คนละคน" });
        // The seat is somebody else's by now: the duplicate is the first who waits.
        (
            await ColumnAsync(
                "SELECT p.name || ' ' || e.status FROM enrollments e JOIN people p ON p.id = e.person_id ORDER BY seat, p.name"
            )
        ).ShouldBe(["มานี หลังแต่งงาน ENROLLED", "ปิติ พอใจ ENROLLED", "มานี ก่อนแต่งงาน WAITLISTED"]);
    }

    /// <summary>An offering in which the people are in random states.</summary>
    private static async Task FillAsync(EventClient officer, Random dice, IReadOnlyList<string> people)
    {
        var saved = await officer.SaveAsync(dice.Next(1, 4), EventClient.UntilLater);
        var offering = saved.GetProperty("offering").GetProperty("id").GetString()!;
        var session = saved.GetProperty("offering").GetProperty("sessions")[0].GetProperty("id").GetString()!;
        await officer.MoveAsync(offering, 1, "OPEN");
        var ids = new List<string>();
        foreach (var person in people.OrderBy(_ => dice.Next()).ToList())
        {
            (string, string)[]? excused = dice.Next(5) == 0 ? [("CAPACITY", "วิทยากรขอ")] : null;
            ids.AddRange((await officer.EnrollAsync(offering, [person], exceptions: excused)).Ids);
        }

        await officer.MoveAsync(offering, 2, "START");
        foreach (var id in ids)
        {
            if (dice.Next(4) == 0)
                await officer.AttendAsync(offering, null, (id, session, dice.Next(2) * 30));
            if (dice.Next(5) == 0)
                await officer.WithdrawAsync(offering, id);
        }
    }

    private async Task<(Dictionary<string, string> Status, string Minutes)> OpenAsync() =>
        (
            (await ColumnAsync("SELECT id || ' ' || status FROM enrollments"))
                .Select(row => row.Split(' '))
                .ToDictionary(row => row[0], row => row[1]),
            (await ColumnAsync("SELECT coalesce(sum(attended_minutes), 0)::text FROM enrollments")).Single()
        );

    private async Task NobodyWaitsWhoFitsAsync(string because) =>
        (
            await ColumnAsync(
                """
                SELECT o.id::text FROM offerings o WHERE EXISTS (SELECT FROM enrollments e WHERE e.offering_id = o.id AND e.status = 'WAITLISTED')
                    AND (SELECT count(*) FROM enrollments e WHERE e.offering_id = o.id AND e.seat IS NOT NULL) < o.capacity
                """
            )
        ).ShouldBeEmpty(because);

    private async Task<string[]> ColumnAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return [.. rows];
    }
}
