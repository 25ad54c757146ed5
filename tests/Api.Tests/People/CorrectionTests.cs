using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>What the law gives to people of whom something is recorded: to have it, and to have it corrected.</summary>
public sealed class CorrectionTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Requests =
        "{ correctionRequests { nodes { wish status answer person { name } } } people { nodes { correctionRequests { totalCount } } } }";

    private const string Wish = "ชื่อสกุลพิมพ์ผิด ที่ถูกคือ รักเรียนดี";

    private RegistryClient Own => new(Service, PlanService.Office);

    [Fact]
    public async Task A_person_asks_the_office_answers_once_and_nobody_else_sees_it()
    {
        using var own = Own;
        using var manee = await SignedInAsync(own, "มานี รักเรียน", "manee");
        using var other = await SignedInAsync(own, "ปิติ พอใจ", "piti");
        using var elsewhere = new RegistryClient(Service, Somebody.OtherOffice);
        (await AskAsync("manee", Wish)).ShouldContain("\"OPEN\"");
        (await manee.QueryAsync(Requests)).ToString().ShouldContain(Wish);
        (await own.QueryAsync(Requests)).ToString().ShouldContain(Wish);
        foreach (var stranger in new[] { await other.QueryAsync(Requests), await elsewhere.QueryAsync(Requests) })
            stranger.ToString().ShouldNotContain(Wish);
        foreach (var caller in new[] { "nobody", "viewer", "plan officer", "analyst", "administrator" })
        {
            using var client = Service.ClientOf(caller);
            (await Service.AskAsync(Requests, null, client)).ToString().ShouldNotContain(Wish);
        }

        var id = (await own.QueryAsync("{ correctionRequests { nodes { id } } }"))
            .GetProperty("correctionRequests")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString()!;
        (await AnswerAsync(elsewhere, id)).ShouldContain("NOT_FOUND");
        (await AnswerAsync(own, id)).ShouldContain("\"DONE\"");
        (await AnswerAsync(own, id)).ShouldContain("INVALID_STATE");
        (await manee.QueryAsync(Requests)).ToString().ShouldContain("แก้ไขแล้ว");
        // What was asked is personal, and the trail says only that somebody asked.
        (
            await AllAsync(
                "SELECT coalesce(before::text, '') || coalesce(after::text, '') || coalesce(reason, '') FROM audit_records"
            )
        ).ShouldAllBe(record => !record.Contains("รักเรียนดี", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_no_record_and_whoever_asks_without_end_is_refused()
    {
        (await AskAsync("stranger", Wish)).ShouldContain("NOT_FOUND");
        using var own = Own;
        using var manee = await SignedInAsync(own, "มานี รักเรียน", "manee");
        (await AskAsync("manee", "")).ShouldContain("VALIDATION");
        for (var asked = 0; asked < CorrectionRequest.MostOpen; asked++)
            (await AskAsync("manee", $"{Wish} {asked}")).ShouldContain("\"OPEN\"");
        (await AskAsync("manee", Wish)).ShouldContain("INVALID_STATE");
    }

    [Fact]
    public async Task One_s_own_record_is_a_page_and_a_word_document_and_nobody_else_s()
    {
        using var own = Own;
        using var manee = await SignedInAsync(own, "มานี รักเรียน", "manee");
        await AskAsync("manee", Wish);
        await own.QueryAsync("{ people { nodes { name } } }");
        using var http = Service.As(Service.Token([Role.Staff], [], name: "manee"));
        var page = Encoding.UTF8.GetString((await DownloadAsync(http, "html")).Body);
        foreach (var text in new[] { "มานี รักเรียน", Wish, "ผู้ที่อ่านข้อมูลของท่าน" })
            page.ShouldContain(text);
        using var word = WordprocessingDocument.Open(new MemoryStream((await DownloadAsync(http, "docx")).Body), false);
        word.MainDocumentPart!.Document!.Body!.Descendants<TableCell>().ShouldContain(cell => cell.InnerText == Wish);
        foreach (var caller in new[] { "nobody", "development officer", "administrator", "member of staff" })
        {
            using var client = Service.ClientOf(caller);
            (await DownloadAsync(client, "html")).Status.ShouldBe(HttpStatusCode.NotFound, caller);
        }
    }

    private async Task<StaffClient> SignedInAsync(RegistryClient own, string name, string caller)
    {
        var client = new StaffClient(Service, caller);
        (await client.AcceptAsync(await own.InviteAsync(await own.PersonAsync(name)))).ShouldContain(name);
        return client;
    }

    private async Task<string> AskAsync(string caller, string wish)
    {
        using var client = Service.As(Service.Token([Role.Staff], [], name: caller));
        return (
            await Service.AskAsync(
                "mutation ($wish: String!, $key: String!) { requestCorrection(input: { wish: $wish, idempotencyKey: $key }) "
                    + "{ request { status } errors { ... on Error { code } } } }",
                new { wish, key = Guid.NewGuid() },
                client
            )
        ).ToString();
    }

    private static async Task<string> AnswerAsync(RegistryClient officer, string requestId) =>
        (
            await officer.SendAsync(
                "answerCorrection",
                "request { status }",
                new
                {
                    requestId,
                    isDone = true,
                    answer = "แก้ไขแล้ว",
                }
            )
        ).ToString();

    private static async Task<(HttpStatusCode Status, byte[] Body)> DownloadAsync(HttpClient http, string form)
    {
        using var response = await http.GetAsync(
            new Uri($"/graphql/me.{form}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return (
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    private async Task<List<string>> AllAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(reader.GetString(0));
        return found;
    }
}
