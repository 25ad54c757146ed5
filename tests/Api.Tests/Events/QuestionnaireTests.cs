using System.Text.Json;
using Npgsql;
using TeacherDevPlan.Api.Tests.Development;

namespace TeacherDevPlan.Api.Tests.Events;

/// <summary>Questionnaires through the API: results, who answers, and that nothing is told of a single answer.</summary>
public sealed class QuestionnaireTests(PlanService service) : LedgerTestsBase(service)
{
    private static readonly Random Dice = new(2566);

    [Fact]
    public async Task The_result_is_that_of_the_answers_one_by_one_and_is_told_after_the_closing()
    {
        using var scene = await AfterScene.SetAsync(Service, 12);
        var given = new List<int[]>();
        foreach (var name in scene.Names)
        {
            int[] scores = [Dice.Next(1, 6), Dice.Next(3, 6), 5];
            given.Add(scores);
            (await scene.AnswerAsync(name, scores, $"ความเห็นของ {name}")).ShouldContain("\"OPEN\"");
            var read = await scene.ReadAsync();
            read.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
            read.GetProperty("comments").GetProperty("totalCount").GetInt32().ShouldBe(0);
        }

        (await scene.CloseAsync()).ToString().ShouldContain("CLOSED");
        var closed = await scene.ReadAsync();
        var result = closed.GetProperty("result");
        Check(result, [.. given.SelectMany(scores => scores)], 12);
        var items = result.GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(3);
        foreach (var (index, item) in items.Index())
            Check(item, [.. given.Select(scores => scores[index])], 12);
        closed
            .GetProperty("comments")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(one => one.GetProperty("text").GetString())
            .ShouldBe(scene.Names.Select(name => $"ความเห็นของ {name}"), ignoreOrder: true);
        // The result is for everybody who sees the offering, the comments are not.
        var all = $"{{ questionnaire(id: \"{scene.QuestionnaireId}\") {{ {AfterScene.Results} }} }}";
        foreach (var caller in new[] { "nobody", "analyst", "administrator", "development officer elsewhere" })
        {
            using var client = DevelopmentClient.Of(Service, caller);
            var read = (await client.AskAsync(all)).GetProperty("data").GetProperty("questionnaire");
            read.GetProperty("result").ToString().ShouldBe(result.ToString(), caller);
            read.ToString().ShouldNotContain("ความเห็นของ", Case.Sensitive, caller);
        }

        using var participant = DevelopmentClient.Staff(Service, scene.Names[0]);
        (await participant.QueryAsync(all)).ToString().ShouldNotContain("ความเห็นของ");
        // Nothing changes any more.
        (await scene.AnswerAsync(AfterScene.Absent, [1, 1, 1])).ShouldContain("INVALID_STATE");
        (await scene.CloseAsync(expectedVersion: 3)).ToString().ShouldContain("INVALID_STATE");
        (await scene.SaveAsync(2, 3)).ToString().ShouldContain("INVALID_STATE");
        (await scene.ReadAsync()).ToString().ShouldBe(closed.ToString());
    }

    [Fact]
    public async Task Of_fewer_than_five_answers_nothing_is_told_and_nothing_is_kept()
    {
        using var scene = await AfterScene.SetAsync(Service, 5);
        foreach (var name in scene.Names.Take(4))
            (await scene.AnswerAsync(name, [5, 4, 3], "นกกระจิบ")).ShouldContain("\"OPEN\"");
        (await scene.CloseAsync()).ToString().ShouldContain("CLOSED");
        (await scene.ReadAsync())
            .ToString()
            .ShouldBe("""{"status":"CLOSED","version":3,"result":null,"comments":{"totalCount":0,"nodes":[]}}""");
        (await WhereAsync("นกกระจิบ")).ShouldBeEmpty();
        (await RowsAsync("SELECT count(*)::text FROM questionnaire_boxes")).ShouldBe(["0"]);
        (await scene.AnswerAsync(scene.Names[4], [1, 1, 1])).ShouldContain("INVALID_STATE");
    }

    [Fact]
    public async Task Nobody_answers_twice_however_many_clients_send_it_at_once()
    {
        using var scene = await AfterScene.SetAsync(Service, 10);
        var sent = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(number => scene.AnswerAsync(scene.Names[number % 10], [1 + number % 5, 3, 5], $"{number % 10}"))
        );
        sent.Count(text => text.Contains("\"questionnaire\":{")).ShouldBe(10);
        sent.Count(text => text.Contains("ALREADY_ANSWERED")).ShouldBe(40);
        (
            await RowsAsync("SELECT count(*) || ' ' || count(DISTINCT enrollment_id) FROM questionnaire_answers")
        ).ShouldBe(["10 10"]);
        // One at a time, the box counts each answer in full.
        (await RowsAsync("SELECT array_to_string(counts[6:15], ' ') FROM questionnaire_boxes")).ShouldBe([
            "0 0 10 0 0 0 0 0 0 10",
        ]);
        (await RowsAsync("SELECT (SELECT sum(c) FROM unnest(counts[1:5]) c)::text FROM questionnaire_boxes")).ShouldBe([
            "10",
        ]);
        (
            await RowsAsync(
                "SELECT string_agg(c, '') FROM questionnaire_boxes, jsonb_array_elements_text(convert_from(comments, 'UTF8')::jsonb) c"
            )
        ).ShouldBe(["0123456789"]);
    }

    [Fact]
    public async Task Answers_that_come_while_it_is_closed_are_counted_or_refused()
    {
        using var scene = await AfterScene.SetAsync(Service, 20);
        foreach (var name in scene.Names.Take(6))
            await scene.AnswerAsync(name, [4, 4, 4]);
        var others = scene.Names.Skip(6).Select(name => scene.AnswerAsync(name, [4, 4, 4])).ToList();
        var closing = scene.CloseAsync();
        var sent = await Task.WhenAll(others);
        (await closing).ToString().ShouldContain("CLOSED");
        var counted = 6 + sent.Count(text => text.Contains("\"questionnaire\":{"));
        sent.ShouldAllBe(text => text.Contains("\"questionnaire\":{") || text.Contains("INVALID_STATE"));
        (await scene.ReadAsync()).GetProperty("result").GetProperty("answers").GetInt32().ShouldBe(counted);
        (await RowsAsync("SELECT count(*)::text FROM questionnaire_answers")).ShouldBe([$"{counted}"]);
    }

    [Fact]
    public async Task Only_people_who_were_there_answer_and_with_a_score_for_each_item()
    {
        using var scene = await AfterScene.SetAsync(Service, 1);
        (await scene.AnswerAsync(AfterScene.Absent, [1, 2, 3])).ShouldContain("INVALID_STATE");
        (await scene.AnswerAsync("stranger", [1, 2, 3])).ShouldContain("INVALID_STATE");
        foreach (
            var scores in new int[][] { [], [1, 2], [1, 2, 3, 4], [0, 2, 3], [1, 2, 6], [.. Enumerable.Repeat(3, 51)] }
        )
            (await scene.AnswerAsync(scene.Names[0], scores)).ShouldContain("\"field\":\"scores\"");
        (await scene.AnswerAsync(scene.Names[0], [1, 2, 3], new string('ก', 1001))).ShouldContain(
            "\"field\":\"comment\""
        );
        (await scene.AnswerAsync(scene.Names[0], [1, 2, 3], dryRun: true)).ShouldContain("\"questionnaire\":{");
        (await RowsAsync("SELECT counts::text || convert_from(comments, 'UTF8') FROM questionnaire_boxes")).ShouldBe([
            "{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}[]",
        ]);
        (await scene.AnswerAsync(scene.Names[0], [1, 2, 3], "  ")).ShouldContain("\"questionnaire\":{");
        (await RowsAsync("SELECT counts::text || convert_from(comments, 'UTF8') FROM questionnaire_boxes")).ShouldBe([
            "{1,0,0,0,0,0,1,0,0,0,0,0,1,0,0}[]",
        ]);
    }

    [Fact]
    public async Task No_table_has_what_a_person_answered()
    {
        const string canary = "กานารี-7731";
        using var scene = await AfterScene.SetAsync(Service, 8, items: 7);
        foreach (var name in scene.Names.Take(6))
            await scene.AnswerAsync(name, [3, 3, 3, 3, 3, 3, 3], "ดี");
        var before = await RowsAsync("SELECT count(*)::text FROM idempotency_keys");
        (await scene.AnswerAsync(scene.Names[6], [1, 5, 2, 5, 1, 4, 2], canary)).ShouldContain("\"OPEN\"");
        (await scene.AnswerAsync(scene.Names[6], [1, 5, 2, 5, 1, 4, 2], canary)).ShouldContain("ALREADY_ANSWERED");
        (await WhereAsync(canary)).ShouldBeEmpty();
        (
            await RowsAsync($"SELECT (convert_from(comments, 'UTF8') LIKE '%{canary}%')::text FROM questionnaire_boxes")
        ).ShouldBe(["true"]);
        foreach (var scores in new[] { "1,5,2,5,1,4,2", "1, 5, 2, 5, 1, 4, 2", "1525142" })
            (await WhereAsync(scores)).ShouldBeEmpty();
        (await RowsAsync("SELECT count(*)::text FROM idempotency_keys")).ShouldBe(before);
        // The trail has who answered, and nothing else.
        (
            await RowsAsync(
                "SELECT DISTINCT coalesce(before::text, '-') || coalesce(after::text, '-') || coalesce(reason, '-') || count(*) FROM audit_records "
                    + "WHERE action = 'answerQuestionnaire' GROUP BY before::text, after::text, reason"
            )
        ).ShouldBe(["---7"]);
        // That a person has answered has no time, and no id in the order of time.
        (
            await RowsAsync(
                "SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'questionnaire_answers' ORDER BY ordinal_position"
            )
        ).ShouldBe([
            "id uuid",
            "questionnaire_id uuid",
            "office_id uuid",
            "fiscal_year integer",
            "enrollment_id uuid",
            "person_id uuid",
        ]);
        (await RowsAsync("SELECT DISTINCT substr(id::text, 15, 1) FROM questionnaire_answers")).ShouldBe(["4"]);
        await scene.CloseAsync();
        (await WhereAsync(canary)).ShouldBe(["questionnaire_comments"]);
        (await RowsAsync("SELECT DISTINCT substr(id::text, 15, 1) FROM questionnaire_comments")).ShouldBe(["4"]);
        (await RowsAsync("SELECT count(*)::text FROM questionnaire_boxes")).ShouldBe(["0"]);
    }

    /// <summary>
    /// Whatever anybody reads after each answer, with tags of polls, is the same for two sets of answers: so nothing of it
    /// depends on what was answered.
    /// </summary>
    [Fact]
    public async Task What_anybody_sees_while_it_is_open_does_not_depend_on_the_answers()
    {
        var high = await SeenAsync(_ => [5, 5, 5], "ดีมาก");
        Service.Changed();
        await InitializeAsync();
        var mixed = await SeenAsync(step => [1 + step % 5, 1, 1 + (step * 3) % 5], "แย่");
        high.Count.ShouldBe(mixed.Count);
        high.Count.ShouldBeGreaterThan(50);
        foreach (var (one, other) in high.Zip(mixed))
            other.ShouldBe(one);
    }

    [Fact]
    public async Task A_dry_run_of_closing_tells_nothing_and_changes_nothing()
    {
        using var scene = await AfterScene.SetAsync(Service, 7);
        foreach (var name in scene.Names)
        {
            await scene.AnswerAsync(name, [5, 4, 3], "ดี");
            var tried = (await scene.CloseAsync(dryRun: true)).GetProperty("questionnaire");
            tried.GetProperty("status").GetString().ShouldBe("CLOSED");
            tried.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
            tried.GetProperty("comments").GetProperty("totalCount").GetInt32().ShouldBe(0);
        }

        (await scene.ReadAsync()).GetProperty("status").GetString().ShouldBe("OPEN");
        const string key = "closing";
        var closed = (await scene.CloseAsync(key: key)).ToString();
        closed.ShouldContain("\"answers\":7");
        (await scene.CloseAsync(key: key)).ToString().ShouldBe(closed);
    }

    [Fact]
    public async Task The_service_itself_reads_no_answers_and_cannot_open_what_is_closed()
    {
        using var scene = await AfterScene.SetAsync(Service, 6);
        foreach (var name in scene.Names)
            await scene.AnswerAsync(name, [5, 4, 3], "ดี");
        foreach (
            var sql in new[]
            {
                "SELECT counts FROM questionnaire_boxes",
                "UPDATE questionnaire_boxes SET comments = '{}'",
                "DELETE FROM questionnaire_boxes",
                "DELETE FROM questionnaire_answers",
                "UPDATE questionnaire_answers SET fiscal_year = 2567",
                "INSERT INTO questionnaire_answers SELECT * FROM questionnaire_answers",
            }
        )
            (await RefusedAsync(sql)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        const string take = "SELECT take_questionnaire_answers(id) FROM questionnaires";
        (await RefusedAsync(take)).ShouldBe(PostgresErrorCodes.IntegrityConstraintViolation);
        await scene.CloseAsync();
        foreach (
            var sql in new[]
            {
                "UPDATE questionnaires SET status = 'OPEN', closed_at = NULL",
                "DELETE FROM questionnaire_items",
                "SELECT answer_questionnaire(gen_random_uuid(), q.id, e.id, '{1,1,1}', NULL) FROM questionnaires q, enrollments e WHERE e.attended_minutes > 0",
            }
        )
            (await RefusedAsync(sql)).ShouldBe(PostgresErrorCodes.IntegrityConstraintViolation, sql);
        foreach (
            var sql in new[]
            {
                "UPDATE questionnaire_results SET mean = 5",
                "DELETE FROM questionnaire_item_results",
                "UPDATE questionnaire_comments SET number = 1",
            }
        )
            (await RefusedAsync(sql)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
    }

    [Fact]
    public async Task A_later_scale_is_used_by_questionnaires_that_are_closed_later()
    {
        try
        {
            await Service.ExecuteSqlAsync(
                """
                INSERT INTO satisfaction_scales (id, valid_from, source) VALUES ('00000000-0000-4000-8000-000000000001', '2026-01-01', 'เกณฑ์ช่วงเท่ากัน'),
                    ('00000000-0000-4000-8000-000000000002', '2999-01-01', 'เกณฑ์ในอนาคต');
                INSERT INTO satisfaction_bands (id, scale_id, number, name, lowest)
                SELECT gen_random_uuid(), '00000000-0000-4000-8000-000000000001', n, 'ระดับ ' || n, 1 + (n - 1) * 0.8 FROM generate_series(1, 5) n
                """
            );
            using var scene = await AfterScene.SetAsync(Service, 5, items: 1);
            foreach (var name in scene.Names)
                await scene.AnswerAsync(name, [name.EndsWith('1') ? 5 : 4]);
            await scene.CloseAsync();
            // 4.2 is the highest of five ranges of the same width, and the second highest of the scale before.
            (await scene.ReadAsync())
                .GetProperty("result")
                .GetProperty("band")
                .GetProperty("number")
                .GetInt32()
                .ShouldBe(5);
            (await Service.QueryAsync("{ satisfactionScales { nodes { validFrom source bands { name lowest } } } }"))
                .ToString()
                .ShouldContain("บุญชม");
        }
        finally
        {
            await Service.ExecuteSqlAsync(
                "SET session_replication_role = replica; DELETE FROM questionnaire_item_results; DELETE FROM questionnaire_results; "
                    + "DELETE FROM satisfaction_bands WHERE scale_id::text LIKE '00000000-%'; DELETE FROM satisfaction_scales WHERE id::text LIKE '00000000-%'"
            );
        }
    }

    [Fact]
    public async Task A_merge_moves_that_somebody_answered_and_can_be_undone()
    {
        using var scene = await AfterScene.SetAsync(Service, 2);
        await scene.AnswerAsync(scene.Names[0], [5, 5, 5], "ดี");
        using var own = new People.RegistryClient(Service, PlanService.Office);
        var kept = await own.PersonAsync("สมชาย ใจดี");
        var merge = new
        {
            personId = kept,
            duplicateId = scene.People[0],
            reason = "คนเดียวกัน",
        };
        (await own.SendAsync("mergePeople", "person { name }", merge)).ToString().ShouldContain("สมชาย");
        const string who = "SELECT DISTINCT p.name FROM questionnaire_answers a JOIN people p ON p.id = a.person_id";
        (await RowsAsync(who)).ShouldBe(["สมชาย ใจดี"]);
        await Service.ExecuteSqlAsync(
            "UPDATE person_accounts SET person_id = (SELECT id FROM people WHERE name = 'สมชาย ใจดี') WHERE caller = 'local:answers1'"
        );
        (await scene.AnswerAsync(scene.Names[0], [1, 1, 1])).ShouldContain("ALREADY_ANSWERED");
        // What is added to a moved enrolment after the merge goes back with it.
        await Service.ExecuteSqlAsync("DELETE FROM questionnaire_answers");
        (await scene.AnswerAsync(scene.Names[0], [1, 1, 1])).ShouldContain("\"questionnaire\":{");
        (
            await own.SendAsync(
                "unmergePeople",
                "person { name }",
                new { duplicateId = scene.People[0], reason = "คนละคน" }
            )
        )
            .ToString()
            .ShouldContain("\"errors\":null");
        (await RowsAsync(who)).ShouldBe(["ผู้เข้าอบรม 1"]);
    }

    [Fact]
    public async Task Who_has_answered_is_seen_by_the_office_and_by_oneself_and_reading_it_is_on_record()
    {
        using var scene = await AfterScene.SetAsync(Service, 5);
        foreach (var name in scene.Names)
            await scene.AnswerAsync(name, [5, 4, 3], "ดี");
        const string who = "{ questionnaireAnswers { totalCount nodes { person { name } } } }";
        const string times =
            "SELECT coalesce(sum(times), 0)::text FROM record_readings WHERE reader <> 'local:answers2'";
        var before = int.Parse((await RowsAsync(times)).Single(), System.Globalization.CultureInfo.InvariantCulture);
        (await scene.Client.QueryAsync(who)).ToString().ShouldContain("\"totalCount\":5");
        (await RowsAsync(times)).ShouldBe([$"{before + 5}"]);
        using var participant = DevelopmentClient.Staff(Service, scene.Names[1]);
        var own = (await participant.QueryAsync(who)).ToString();
        own.ShouldContain("\"totalCount\":1");
        own.ShouldContain("ผู้เข้าอบรม 2");
        foreach (var caller in new[] { "nobody", "analyst", "administrator", "development officer elsewhere" })
        {
            using var client = DevelopmentClient.Of(Service, caller);
            (await client.AskAsync("{ questionnaireAnswers { totalCount } }"))
                .ToString()
                .ShouldContain("\"totalCount\":0", Case.Sensitive, caller);
        }

        // Comments are about nobody, whoever reads them.
        await scene.CloseAsync();
        var read = await RowsAsync(times);
        (await scene.ReadAsync()).ToString().ShouldContain("ดี");
        (await RowsAsync(times)).ShouldBe(read);
        // Next to a result, who answered would tell what everybody answered if all agreed.
        (await scene.Client.QueryAsync(who))
            .ToString()
            .ShouldContain("\"totalCount\":0");
        (await participant.QueryAsync(who)).ToString().ShouldContain("\"totalCount\":1");
    }

    private static void Check(JsonElement told, int[] scores, int answers)
    {
        told.GetProperty("answers").GetInt32().ShouldBe(answers);
        var mean = scores.Average();
        told.GetProperty("mean").GetDouble().ShouldBe(mean, 1e-6);
        told.GetProperty("deviation")
            .GetDouble()
            .ShouldBe(Math.Sqrt(scores.Sum(one => (one - mean) * (one - mean)) / (scores.Length - 1)), 1e-6);
        var exact = scores.Sum() / (decimal)scores.Length;
        told.GetProperty("band")
            .GetProperty("number")
            .GetInt32()
            .ShouldBe(1 + new[] { 1.51m, 2.51m, 3.51m, 4.51m }.Count(lowest => exact >= lowest));
    }

    /// <summary>What several callers see after each of six answers: lists, filters, orders, groups, sums, tags, the trail.</summary>
    private async Task<List<string>> SeenAsync(Func<int, int[]> scores, string comment)
    {
        using var scene = await AfterScene.SetAsync(Service, 6);
        var seen = new List<string>();
        string[] queries =
        [
            "{ questionnaires { totalCount nodes { title status version fiscalYear items { number text } result { answers mean deviation band { number } } comments { totalCount nodes { text } } } } }",
            "{ questionnaires(order: [{ version: DESC }], where: { status: { eq: OPEN } }) { totalCount aggregate { count version { max } } groups(by: [STATUS]) { key { status } aggregate { count } } } }",
            "{ offerings { nodes { version status questionnaire { version result { mean } } } } }",
            "{ questionnaires { nodes { answers { totalCount } comments(where: { text: { contains: \"ด\" } }) { totalCount } } } }",
        ];
        (string Name, HttpClient Client)[] callers =
        [
            .. new[]
            {
                "nobody",
                "analyst",
                "administrator",
                "development officer",
                "development officer elsewhere",
            }.Select(name =>
                (name, Service.As(Somebody.All[name] is { } one ? Service.Token(one.Roles, one.Offices) : null))
            ),
            ("participant", Service.As(Service.Token([Domain.Access.Role.Staff], [], name: scene.Names[0]))),
        ];
        for (var step = 0; step < 6; step++)
        {
            (await scene.AnswerAsync(scene.Names[step], scores(step), comment)).ShouldContain("\"OPEN\"");
            foreach (var (name, client) in callers)
            {
                foreach (var query in queries)
                {
                    using var response = await client.GetAsync(
                        $"/graphql?query={Uri.EscapeDataString(query)}",
                        TestContext.Current.CancellationToken
                    );
                    var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    body.ShouldNotContain("errors", Case.Sensitive, query);
                    seen.Add($"{step} {name} {response.StatusCode} {response.Headers.ETag} {body}");
                }
            }

            var trail = await RowsAsync(
                "SELECT actor || action || coalesce(before::text, '-') || coalesce(after::text, '-') || coalesce(reason, '-') FROM audit_records "
                    + "WHERE action = 'answerQuestionnaire' ORDER BY number"
            );
            seen.AddRange(trail);
        }

        foreach (var (_, client) in callers)
            client.Dispose();
        return seen;
    }

    /// <summary>The tables in which a text stands.</summary>
    private async Task<string[]> WhereAsync(string text)
    {
        var found = new List<string>();
        var tables = await RowsAsync(
            "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"
        );
        foreach (var table in tables)
        {
            var rows = await RowsAsync($"SELECT count(*)::text FROM \"{table}\" t WHERE strpos(t::text, '{text}') > 0");
            if (rows[0] != "0")
                found.Add(table);
        }

        return [.. found];
    }

    private async Task<string> RefusedAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.Logins.Service);
        await using var command = source.CreateCommand(sql);
        return (
            await Should.ThrowAsync<PostgresException>(() =>
                command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)
            )
        ).SqlState;
    }

    private Task<string[]> RowsAsync(string sql) => AfterScene.ColumnAsync(Service, sql);
}
