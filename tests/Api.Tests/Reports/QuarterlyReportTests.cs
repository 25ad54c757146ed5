using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Npgsql;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.Events;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.Tests.Reports;

/// <summary>Quarterly reports: their figures against others' sums, that submitted ones stay, and who sees what.</summary>
public sealed class QuarterlyReportTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Report =
        "id revision status version summary money { planned revised revisedToDate paidInQuarter paidToDate committed remaining rate } "
        + "projects { number workDone issues money { paidToDate } kpis { name } } indicators { name target result } "
        + "events { title projectNumber people { enrolled attended completed minutes } } people { enrolled attended completed minutes }";

    [Fact]
    public async Task A_report_has_the_money_of_its_quarter_and_the_projects_of_the_plan()
    {
        var (project, activities) = await Ledger.ProjectAsync(1);
        var (_, others) = await Ledger.ProjectAsync(2);
        await Ledger.PayAsync(activities[0], 100.25m, paidOn: "2022-11-10");
        await Ledger.PayAsync(activities[0], 50, paidOn: "2023-01-10");
        await Ledger.PayAsync(others[0], 8, paidOn: "2023-02-10");
        await Ledger.PayAsync(activities[0], 7, paidOn: "2023-05-10");
        await Ledger.CommitAsync(others[0], 30);
        using var client = DevelopmentClient.Of(Service, "plan officer");
        await client.SendAsync(
            "submitProgressReport",
            "progressReport { revision }",
            new
            {
                projectId = project,
                quarter = "Q2",
                workDone = 40,
                issues = "วิทยากรไม่ว่าง",
                idempotencyKey = Ledger.NewKey(),
            }
        );
        var report = (await AssembleAsync(client, "Q2")).GetProperty("report");
        var plan = (
            await Service.QueryAsync(
                "{ developmentPlan(officeCode: \"TH-43-P2\", fiscalYear: 2566) { budget { planned revised committed available "
                    + "quarters { quarter planned } } projects { totalCount } } "
                    + "indicatorTargets(where: { fiscalYear: { eq: 2566 } }) { totalCount } kpis { totalCount } }"
            )
        );
        var budget = plan.GetProperty("developmentPlan").GetProperty("budget");
        var money = report.GetProperty("money");
        var quarters = budget.GetProperty("quarters").EnumerateArray().Take(2).ToList();
        money.GetProperty("planned").GetDecimal().ShouldBe(budget.GetProperty("planned").GetDecimal());
        money.GetProperty("revised").GetDecimal().ShouldBe(budget.GetProperty("revised").GetDecimal());
        money
            .GetProperty("revisedToDate")
            .GetDecimal()
            .ShouldBe(quarters.Sum(quarter => quarter.GetProperty("planned").GetDecimal()));
        money.GetProperty("paidInQuarter").GetDecimal().ShouldBe(58);
        money.GetProperty("paidToDate").GetDecimal().ShouldBe(158.25m);
        money.GetProperty("committed").GetDecimal().ShouldBe(30);
        money.GetProperty("remaining").GetDecimal().ShouldBe(budget.GetProperty("available").GetDecimal());
        money
            .GetProperty("rate")
            .GetDecimal()
            .ShouldBe(Math.Round(15825m / money.GetProperty("revised").GetDecimal(), 2, MidpointRounding.AwayFromZero));
        var projects = report.GetProperty("projects").EnumerateArray().ToList();
        projects.Count.ShouldBe(
            plan.GetProperty("developmentPlan").GetProperty("projects").GetProperty("totalCount").GetInt32()
        );
        projects[0].GetProperty("workDone").GetDecimal().ShouldBe(40);
        projects[0].GetProperty("issues").GetString().ShouldBe("วิทยากรไม่ว่าง");
        projects[0].GetProperty("money").GetProperty("paidToDate").GetDecimal().ShouldBe(150.25m);
        projects[1].GetProperty("workDone").ValueKind.ShouldBe(JsonValueKind.Null);
        projects
            .Sum(one => one.GetProperty("kpis").GetArrayLength())
            .ShouldBe(plan.GetProperty("kpis").GetProperty("totalCount").GetInt32());
        report
            .GetProperty("indicators")
            .GetArrayLength()
            .ShouldBe(plan.GetProperty("indicatorTargets").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task People_at_events_of_the_quarter_are_counted_once_and_for_the_office_s_development_officers_only()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var people = await PeopleAsync(3);
        var (first, second) = (await officer.OpenAsync(null), await officer.OpenAsync(10));
        foreach (var offering in new[] { first, second })
        {
            (await officer.EnrollAsync(offering, people)).Succeeded.ShouldBeTrue();
            await officer.MoveAsync(offering, 2, "START");
        }

        // Of the first event one person was at both days, another at one; of the second, the first again.
        await AttendAsync(client, first, (people[0], 0, 60), (people[0], 1, 120), (people[1], 0, 30));
        await AttendAsync(client, second, (people[0], 0, 45));
        await officer.MoveAsync(first, 3, "COMPLETE");
        var report = (await AssembleAsync(client, "Q2")).GetProperty("report");
        Counts(report).ShouldBe((3, 2, 1, 255));
        report
            .GetProperty("events")
            .EnumerateArray()
            .Select(Counts)
            .ShouldBe([(3, 2, 1, 210), (3, 1, 0, 45)], ignoreOrder: true);
        (await AssembleAsync(client, "Q1")).GetProperty("report").GetProperty("events").GetArrayLength().ShouldBe(0);
        using var planner = DevelopmentClient.Of(Service, "plan officer");
        var others = (await AssembleAsync(planner, "Q2")).GetProperty("report");
        others.GetProperty("people").ValueKind.ShouldBe(JsonValueKind.Null);
        others
            .GetProperty("events")
            .EnumerateArray()
            .ShouldAllBe(one => one.GetProperty("people").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task What_was_submitted_stays_and_a_correction_is_another_revision()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Ledger.PayAsync(activities[0], 100, paidOn: "2022-11-10");
        using var client = DevelopmentClient.Of(Service, "plan officer");
        var draft = (await AssembleAsync(client, "Q1")).GetProperty("report");
        var id = draft.GetProperty("id").GetString()!;
        (await ChangeAsync(client, "writeQuarterlyReport", id, 7, "เป็นไปตามแผน")).ShouldContain("CONFLICT");
        var version = draft.GetProperty("version").GetInt32();
        (await ChangeAsync(client, "writeQuarterlyReport", id, version, "เป็นไปตามแผน")).ShouldContain("เป็นไปตามแผน");
        (await AssembleAsync(client, "Q1"))
            .GetProperty("report")
            .GetProperty("summary")
            .GetString()
            .ShouldBe("เป็นไปตามแผน");
        (await ChangeAsync(client, "submitQuarterlyReport", id, version + 2)).ShouldContain("SUBMITTED");
        var submitted = await ReadAsync(client, id);
        await Ledger.PayAsync(activities[0], 50, paidOn: "2022-12-10");
        foreach (var change in new[] { "writeQuarterlyReport", "submitQuarterlyReport" })
            (await ChangeAsync(client, change, id, version + 3)).ShouldContain("INVALID_STATE");
        var next = (await AssembleAsync(client, "Q1")).GetProperty("report");
        next.GetProperty("revision").GetInt32().ShouldBe(2);
        next.GetProperty("summary").GetString().ShouldBe("เป็นไปตามแผน");
        next.GetProperty("money").GetProperty("paidToDate").GetDecimal().ShouldBe(150);
        (await ReadAsync(client, id)).ToString().ShouldBe(submitted.ToString());
        string[] attempts =
        [
            "UPDATE quarterly_reports SET summary = 'x' WHERE status = 'SUBMITTED'",
            "DELETE FROM quarterly_reports WHERE status = 'SUBMITTED'",
            "UPDATE quarterly_report_projects SET paid_to_date = 0",
            "DELETE FROM quarterly_report_kpis",
            "DELETE FROM quarterly_report_people",
            "UPDATE quarterly_report_indicators SET result = 1",
            "INSERT INTO quarterly_report_indicators SELECT gen_random_uuid(), report_id, 99, strategy, number, name, unit, target, result, status "
                + "FROM quarterly_report_indicators",
        ];
        foreach (var sql in attempts)
            await Should.ThrowAsync<PostgresException>(() => Service.ExecuteSqlAsync(sql), sql);
    }

    [Fact]
    public async Task A_quarter_that_has_not_ended_is_assembled_and_not_submitted()
    {
        await Service.ExecuteSqlAsync("UPDATE quarterly_reports SET version = version");
        using var client = DevelopmentClient.Of(Service, "plan officer");
        var report = (await AssembleAsync(client, "Q1")).GetProperty("report");
        await Service.ExecuteSqlAsync("UPDATE quarterly_reports SET assembled_at = '2022-12-31T16:59:59Z'");
        var (id, version) = (report.GetProperty("id").GetString()!, report.GetProperty("version").GetInt32());
        (await ChangeAsync(client, "submitQuarterlyReport", id, version)).ShouldContain("2022-12-31");
        await Service.ExecuteSqlAsync("UPDATE quarterly_reports SET assembled_at = '2022-12-31T17:00:00Z'");
        (await ChangeAsync(client, "submitQuarterlyReport", id, version)).ShouldContain("SUBMITTED");
    }

    [Fact]
    public async Task Assembling_at_once_makes_one_draft()
    {
        using var client = DevelopmentClient.Of(Service, "plan officer");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AssembleAsync(client, "Q3")));
        answers.Select(one => one.GetProperty("report").GetProperty("id").GetString()).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("nobody", 0, 1)]
    [InlineData("viewer", 0, 1)]
    [InlineData("plan officer elsewhere", 0, 1)]
    [InlineData("member of staff", 0, 1)]
    [InlineData("budget officer", 1, 1)]
    [InlineData("analyst", 1, 1)]
    public async Task A_draft_is_seen_by_its_office_and_what_was_submitted_by_everybody(
        string caller,
        int drafts,
        int submitted
    )
    {
        using var client = DevelopmentClient.Of(Service, "plan officer");
        var id = (await AssembleAsync(client, "Q1")).GetProperty("report").GetProperty("id").GetString()!;
        using var reader = DevelopmentClient.Of(Service, caller);
        using var http = Service.ClientOf(caller);
        (await CountAsync(reader)).ShouldBe(drafts);
        foreach (var form in new[] { "html", "docx" })
            (await DownloadAsync(http, id, form)).Status.ShouldBe(
                drafts == 1 ? HttpStatusCode.OK : HttpStatusCode.NotFound
            );
        (await ChangeAsync(client, "submitQuarterlyReport", id, 1)).ShouldContain("SUBMITTED");
        (await CountAsync(reader)).ShouldBe(submitted);
        var page = await DownloadAsync(http, id, "html");
        page.Status.ShouldBe(HttpStatusCode.OK);
        // That nothing is written there is said only to those who may read it.
        System
            .Text.Encoding.UTF8.GetString(page.Body)
            .Contains("ปัญหาและอุปสรรค", StringComparison.Ordinal)
            .ShouldBe(caller is not ("nobody" or "member of staff"));
        await Service.ExecuteSqlAsync("UPDATE development_plans SET published = false");
        (await CountAsync(reader)).ShouldBe(drafts);
    }

    [Fact]
    public async Task The_page_and_the_word_document_have_the_same_tables_and_no_text_becomes_markup()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        (await officer.EnrollAsync(await officer.OpenAsync(null), await PeopleAsync(2))).Succeeded.ShouldBeTrue();
        var report = (await AssembleAsync(client, "Q2")).GetProperty("report");
        var (id, version) = (report.GetProperty("id").GetString()!, report.GetProperty("version").GetInt32());
        const string Words = "<script>alert(1)</script> & \u0001\nบรรทัดที่สอง";
        await ChangeAsync(client, "writeQuarterlyReport", id, version, Words);
        using var http = Service.ClientOf("development officer");
        var page = await DownloadAsync(http, id, "html");
        var text = System.Text.Encoding.UTF8.GetString(page.Body);
        text.ShouldNotContain("<script");
        var html = XDocument.Parse(
            text[text.IndexOf("<html", StringComparison.Ordinal)..]
                .Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
        );
        var cells = html.Descendants()
            .Where(one => one.Name.LocalName is "td" or "th")
            .Select(one => one.Value)
            .ToList();
        using var word = WordprocessingDocument.Open(
            new MemoryStream((await DownloadAsync(http, id, "docx")).Body),
            false
        );
        new OpenXmlValidator()
            .Validate(word, TestContext.Current.CancellationToken)
            .Select(fault => fault.Description)
            .ShouldBeEmpty();
        word.MainDocumentPart!.Document!.Body!.Descendants<TableCell>().Select(cell => cell.InnerText).ShouldBe(cells);
        cells.ShouldContain("รวมทั้งสิ้น");
        cells.ShouldContain("ผู้ลงทะเบียน (คน)");
        word.MainDocumentPart.Document.Body.InnerText.ShouldContain("<script>alert(1)</script> & ");
        text.ShouldContain("ไตรมาสที่ ๒ (รอบ ๖ เดือน) ปีงบประมาณ พ.ศ. ๒๕๖๖");
        text.ShouldContain("บรรทัดที่สอง");
    }

    [Fact]
    public async Task A_report_that_is_none_is_not_found_in_any_form()
    {
        using var http = Service.ClientOf("plan officer");
        string[] ids =
        [
            "x",
            "%00",
            "..%2F..%2Fetc",
            new NodeId("Project", Guid.Empty).ToString(),
            new string('a', 3000),
        ];
        foreach (var id in ids)
            (await DownloadAsync(http, id, "html")).Status.ShouldBeOneOf(
                HttpStatusCode.NotFound,
                HttpStatusCode.BadRequest,
                HttpStatusCode.RequestUriTooLong
            );
    }

    private async Task<JsonElement> AssembleAsync(DevelopmentClient client, string quarter) =>
        await client.SendAsync(
            "assembleQuarterlyReport",
            $"report {{ {Report} }}",
            new
            {
                planId = await Service.PlanIdAsync(),
                quarter,
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );

    private static async Task<string> ChangeAsync(
        DevelopmentClient client,
        string mutation,
        string reportId,
        int expectedVersion,
        string? summary = null
    ) =>
        (
            await client.SendAsync(
                mutation,
                "report { status version summary }",
                mutation == "submitQuarterlyReport"
                    ? new
                    {
                        reportId,
                        expectedVersion,
                        idempotencyKey = Guid.NewGuid().ToString(),
                    }
                    : new
                    {
                        reportId,
                        expectedVersion,
                        summary,
                        idempotencyKey = Guid.NewGuid().ToString(),
                    }
            )
        ).ToString();

    private static Task<JsonElement> ReadAsync(DevelopmentClient client, string id) =>
        client.QueryAsync($"{{ quarterlyReport(id: \"{id}\") {{ {Report} }} }}");

    private static async Task<int> CountAsync(DevelopmentClient client)
    {
        var read = await client.QueryAsync(
            "{ quarterlyReports { totalCount } developmentPlans { nodes { quarterlyReports { totalCount } } } }"
        );
        return read.GetProperty("quarterlyReports").GetProperty("totalCount").GetInt32();
    }

    private static async Task<(HttpStatusCode Status, byte[] Body)> DownloadAsync(
        HttpClient http,
        string id,
        string form
    )
    {
        using var response = await http.GetAsync(
            new Uri($"/graphql/quarterly-reports/{id}.{form}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return (
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    private static (int, int, int, int) Counts(JsonElement row)
    {
        var people = row.GetProperty("people");
        return (
            people.GetProperty("enrolled").GetInt32(),
            people.GetProperty("attended").GetInt32(),
            people.GetProperty("completed").GetInt32(),
            people.GetProperty("minutes").GetInt32()
        );
    }

    private static async Task AttendAsync(
        DevelopmentClient client,
        string offering,
        params (string Person, int Session, int Minutes)[] items
    )
    {
        var read = (
            await client.QueryAsync(
                $"{{ offering(id: \"{offering}\") {{ sessions {{ id }} enrollments {{ nodes {{ id person {{ id }} }} }} }} }}"
            )
        ).GetProperty("offering");
        var enrolled = read.GetProperty("enrollments")
            .GetProperty("nodes")
            .EnumerateArray()
            .ToDictionary(
                one => one.GetProperty("person").GetProperty("id").GetString()!,
                one => one.GetProperty("id").GetString()
            );
        var sessions = read.GetProperty("sessions")
            .EnumerateArray()
            .Select(one => one.GetProperty("id").GetString())
            .ToList();
        var sent = await client.SendAsync(
            "recordAttendance",
            "offering { id }",
            new
            {
                offeringId = offering,
                items = items.Select(item => new
                {
                    enrollmentId = enrolled[item.Person],
                    sessionId = sessions[item.Session],
                    minutes = item.Minutes,
                }),
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );
        sent.GetProperty("offering").ValueKind.ShouldBe(JsonValueKind.Object, sent.ToString());
    }

    private async Task<string[]> PeopleAsync(int count)
    {
        await using var connection = new NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO people (id, office_id, title, name, status)
            SELECT gen_random_uuid(), o.id, '', 'ครู ' || n, 'ACTIVE' FROM offices o, generate_series(1, {count}) n
            WHERE o.code = '{PlanService.Office}' RETURNING id
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var ids = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            ids.Add(new NodeId(nameof(Person), reader.GetGuid(0)).ToString());
        return [.. ids];
    }
}
