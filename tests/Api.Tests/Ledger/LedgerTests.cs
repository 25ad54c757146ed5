using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The ledger over HTTP: what mutations do, refuse and show.</summary>
public sealed class LedgerTests(PlanService service) : LedgerTestsBase(service)
{
    [Theory]
    [InlineData(
        "mutation ($x: LocalDate) { commitBudget(input: { activityId: \"x\", amount: 1, reference: \"C\", idempotencyKey: \"k\", expiresOn: $x }) { errors { __typename } } }",
        "2569-11-30",
        "2026-11-30"
    )]
    [InlineData(
        "query ($x: LocalDate) { commitments(where: { expiresOn: { gt: $x } }) { totalCount } }",
        "2569-11-30",
        "2026-11-30"
    )]
    [InlineData(
        "query ($x: LocalDate) { commitments(where: { expiresOn: { gt: $x } }) { totalCount } }",
        "๒๕๖๙-๑๑-30",
        "2026-11-30"
    )]
    [InlineData(
        "query ($x: DateTime) { projects { nodes { budget(asOf: $x) { planned } } } }",
        "2569-01-31T00:00:00Z",
        "2026-01-31"
    )]
    public async Task A_year_of_the_Buddhist_era_in_a_date_is_refused_with_the_Gregorian_one(
        string query,
        string date,
        string right
    )
    {
        var variable = await Service.ErrorAsync(query, new { x = date }, Service.Officer);
        variable.GetProperty("message").GetString()!.ShouldContain($"Gregorian: {right}");
        var literal = query[(query.IndexOf(')') + 2)..].Replace("$x", $"\"{date}\"");
        if (query.StartsWith("mutation", StringComparison.Ordinal))
            literal = $"mutation {literal}";
        var written = await Service.ErrorAsync(literal, client: Service.Officer);
        written.GetProperty("message").GetString()!.ShouldContain($"Gregorian: {right}");
    }

    [Fact]
    public async Task Whatever_is_given_as_a_date_is_answered_with_a_date_that_exists_or_none()
    {
        const string characters = "0123456789๐๑๒๕๖๙２５-T:Z.";
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var form = (string[])["2569-02-29", "๒๕๖๙-๑๓-๐๑", "2569-00-00T00:00:00Z", "２５６９-01-01"];
            var text = form[i % form.Length].ToCharArray();
            for (var changes = random.Next(3); changes > 0; changes--)
                text[random.Next(text.Length)] = characters[random.Next(characters.Length)];
            var type = i % 2 == 0 ? "LocalDate" : "DateTime";
            var condition = i % 2 == 0 ? "expiresOn" : "recordedAt";
            var answer = await Service.AskAsync(
                $"query ($x: {type}) {{ commitments(where: {{ {condition}: {{ gt: $x }} }}) {{ totalCount }} }}",
                new { x = new string(text) }
            );
            if (!answer.TryGetProperty("errors", out var errors))
                continue;
            var message = errors[0].GetProperty("message").GetString()!;
            var hint = message.IndexOf("Gregorian: ", StringComparison.Ordinal);
            if (hint >= 0)
                DateOnly.TryParseExact(message.AsSpan(hint + 11, 10), "yyyy-MM-dd", out _).ShouldBeTrue(message);
        }
    }

    [Fact]
    public async Task A_payment_shows_in_every_position_that_holds_it()
    {
        var (project, activities) = await Ledger.ProjectAsync(1);
        (await Ledger.PayAsync(activities[0], 1000.50m)).Refused().ShouldBeFalse();
        var data = await Service.QueryAsync(
            """
            { projects { budget { disbursed } nodes { number status version budget { disbursed available } } }
              developmentPlan(officeCode: "TH-43-P2", fiscalYear: 2566) { budget { disbursed quarters { disbursed } } }
              budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { key projectCount budget { planned disbursed disbursementRate } } }
            """
        );
        data.GetProperty("projects").GetProperty("budget").ToString().ShouldBe("""{"disbursed":1000.50}""");
        data.GetProperty("projects")
            .GetProperty("nodes")[0]
            .ToString()
            .ShouldBe(
                """{"number":1,"status":"IN_PROGRESS","version":2,"budget":{"disbursed":1000.50,"available":8999.50}}"""
            );
        data.GetProperty("developmentPlan")
            .GetProperty("budget")
            .ToString()
            .ShouldBe(
                """{"disbursed":1000.50,"quarters":[{"disbursed":0.00},{"disbursed":1000.50},{"disbursed":0.00},{"disbursed":0.00}]}"""
            );
        data.GetProperty("budgetSummary")
            .ToString()
            .ShouldBe(
                """[{"key":"TH-43-P2","projectCount":10,"budget":{"planned":1198200.00,"disbursed":1000.50,"disbursementRate":0.08}}]"""
            );
        project.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_activity_with_sub_activities_spends_its_own_money_alone()
    {
        var (_, activities) = await Ledger.ProjectAsync(9);
        (await Ledger.PayAsync(activities[0], 1)).Kind().ShouldBe("InsufficientBudgetError", "all of it is the parts'");
        var data = await Service.QueryAsync(
            $"{{ node(id: \"{activities[0]}\") {{ ... on Activity {{ subActivities {{ id }} }} }} }}"
        );
        var part = data.GetProperty("node").GetProperty("subActivities")[0].GetProperty("id").GetString()!;
        (await Ledger.PayAsync(part, 4960)).Refused().ShouldBeFalse();
        data = await Service.QueryAsync(
            $"{{ node(id: \"{activities[0]}\") {{ ... on Activity {{ budget {{ available disbursed }} ownBudget {{ disbursed }} }} }} }}"
        );
        data.GetProperty("node")
            .ToString()
            .ShouldBe("""{"budget":{"available":5440.00,"disbursed":4960.00},"ownBudget":{"disbursed":0.00}}""");
    }

    [Theory]
    [InlineData("0", "amount")]
    [InlineData("-1", "amount")]
    [InlineData("0.001", "amount")]
    [InlineData("99999999999999.99", "amount")]
    [InlineData("1000000000000", "amount")]
    public async Task An_amount_that_cannot_be_right_names_its_field(string amount, string field)
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var payload = await Ledger.SendAsync(
            "recordDisbursement",
            new
            {
                activityId = activities[0],
                amount,
                paidOn = "2023-01-10",
                reference = "V",
                idempotencyKey = Ledger.NewKey(),
            },
            "disbursement { id }"
        );
        payload.Kind().ShouldBe("ValidationError");
        payload.Error().GetProperty("field").GetString().ShouldBe(field);
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(5000);
    }

    [Theory]
    [InlineData("\"12,000\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"๑๒\"")]
    [InlineData("true")]
    [InlineData("1e400")]
    [InlineData("0.10000000000000000000000000000001")]
    public async Task What_is_no_exact_number_is_refused_before_anything_is_tried(string amount)
    {
        var error = await Service.ErrorAsync(
            "mutation ($input: CommitBudgetInput!) { commitBudget(input: $input) { commitment { id } } }",
            JsonSerializer.Deserialize<JsonElement>(
                $$"""{ "input": { "activityId": "x", "amount": {{amount}}, "reference": "C", "idempotencyKey": "k" } }"""
            ),
            client: Service.Officer
        );
        error.GetProperty("message").GetString()!.ShouldContain("$input.amount");
        error.GetProperty("message").GetString()!.ShouldContain("12000.50");
    }

    [Fact]
    public async Task A_number_with_an_exponent_is_a_number()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var data = await Service.QueryAsync(
            $"mutation {{ commitBudget(input: {{ activityId: \"{activities[0]}\", amount: 1e3, reference: \"C\", idempotencyKey: \"k\" }}) {{ commitment {{ amount }} }} }}",
            client: Service.Officer
        );
        data.GetProperty("commitBudget").ToString().ShouldBe("""{"commitment":{"amount":1000.00}}""");
    }

    [Fact]
    public async Task Everything_wrong_with_the_shape_is_told_at_once()
    {
        var payload = await Ledger.SendAsync(
            "transferBudget",
            new
            {
                fromActivityId = "x",
                toActivityId = "y",
                amount = 0,
                quarter = "Q1",
                reason = "  ",
                idempotencyKey = new string('k', 256),
            },
            "transfer { id }"
        );
        payload
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => error.GetProperty("field").GetString())
            .ShouldBe(["amount", "reason", "idempotencyKey"]);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_by_any_id()
    {
        var (project, activities) = await Ledger.ProjectAsync(1);
        (await Ledger.PayAsync("nonsense", 1)).Error().GetProperty("id").GetString().ShouldBe("nonsense");
        (await Ledger.PayAsync(project, 1)).Kind().ShouldBe("NotFoundError");
        (await Ledger.PayAsync(activities[0], 1, commitment: "nonsense")).Kind().ShouldBe("NotFoundError");
        (await Ledger.CommitAsync("nonsense", 1)).Kind().ShouldBe("NotFoundError");
        (await Ledger.ReleaseAsync("nonsense")).Kind().ShouldBe("NotFoundError");
        (await Ledger.ReverseAsync("nonsense")).Kind().ShouldBe("NotFoundError");
        (await Ledger.TransferAsync(activities[0], "nonsense", 1)).Kind().ShouldBe("NotFoundError");
        (
            await Ledger.ReviseAsync(
                "nonsense",
                1,
                [
                    new
                    {
                        activityId = activities[0],
                        quarter = "Q1",
                        amount = 1,
                    },
                ]
            )
        ).Kind().ShouldBe("NotFoundError");
    }

    [Fact]
    public async Task An_id_that_is_written_as_a_number_is_an_id_that_nothing_has()
    {
        var data = await Service.QueryAsync(
            "mutation { releaseCommitment(input: { commitmentId: 12345678901234567890, reason: \"r\", idempotencyKey: \"k\" }) "
                + "{ errors { ... on NotFoundError { id } } } }",
            client: Service.Officer
        );
        data.GetProperty("releaseCommitment").ToString().ShouldBe("""{"errors":[{"id":"12345678901234567890"}]}""");
        (await Service.ErrorAsync("{ projects(where: { id: { eq: 1 } }) { totalCount } }"))
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString()
            .ShouldBe("INVALID_ID");
    }

    [Fact]
    public async Task Messages_are_Thai_where_the_client_prefers_it()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var input = new
        {
            activityId = activities[0],
            amount = 99999,
            reference = "C",
            idempotencyKey = "k",
        };
        Message(await Ledger.SendAsync("commitBudget", input, "commitment { id }", "th-TH, en;q=0.5"))
            .ShouldBe("กิจกรรมมีงบประมาณคงเหลือ 5,000.00 บาท แต่ขอใช้ 99,999.00 บาท");
        Message(await Ledger.SendAsync("commitBudget", input, "commitment { id }", "th;q=0"))
            .ShouldBe("The activity has 5,000.00 baht available, but 99,999.00 baht were requested.");

        static string? Message(JsonElement payload) => payload.Error().GetProperty("message").GetString();
    }

    [Fact]
    public async Task A_commitment_is_drawn_on_released_and_given_back_to()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var commitment = (await Ledger.CommitAsync(activities[0], 3000)).Id();
        var payment = (await Ledger.PayAsync(activities[0], 1000, commitment: commitment)).Id();
        (await Ledger.PayAsync(activities[0], 2000.01m, commitment: commitment))
            .Kind()
            .ShouldBe("InsufficientBudgetError");
        (await Ledger.PayAsync(activities[0], 2000.01m)).Kind().ShouldBe("InsufficientBudgetError");
        (await Ledger.ReverseAsync(payment)).Refused().ShouldBeFalse();
        (await Ledger.ReverseAsync(payment)).Kind().ShouldBe("InvalidStateError");
        var released = await Ledger.ReleaseAsync(commitment);
        released.GetProperty("commitment").GetProperty("remaining").GetDecimal().ShouldBe(0);
        (await Ledger.ReleaseAsync(commitment)).Kind().ShouldBe("InvalidStateError");
        (await Ledger.PayAsync(activities[0], 1, commitment: commitment)).Kind().ShouldBe("InvalidStateError");
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(5000);
        var data = await Service.QueryAsync(
            $"{{ node(id: \"{activities[0]}\") {{ ... on Activity {{ ledger(where: {{ kind: {{ neq: PLANNED }} }}) {{ nodes {{ kind amount "
                + "quarter commitment { id } disbursement { id } balance { committed disbursed available } } } } } }"
        );
        data.GetProperty("node")
            .GetProperty("ledger")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(entry =>
                $"{entry.GetProperty("kind")} {entry.GetProperty("amount")} {entry.GetProperty("balance").GetProperty("available")}"
            )
            .ShouldBe([
                "COMMITMENT 3000.00 2000.00",
                "DISBURSEMENT 1000.00 2000.00",
                "REVERSAL 1000.00 2000.00",
                "COMMITMENT_RELEASED 3000.00 5000.00",
            ]);
    }

    [Fact]
    public async Task A_transfer_leaves_the_whole_as_it_was()
    {
        var (_, activities) = await Ledger.ProjectAsync(2);
        var transfer = (await Ledger.TransferAsync(activities[0], activities[1], 1500.25m)).GetProperty("transfer");
        transfer.GetProperty("from").GetProperty("ownBudget").GetProperty("available").GetDecimal().ShouldBe(3499.75m);
        transfer.GetProperty("to").GetProperty("ownBudget").GetProperty("available").GetDecimal().ShouldBe(11500.25m);
        var budget = await Service.QueryAsync(
            "{ projects(where: { number: { eq: 2 } }) { budget { planned transferredIn transferredOut revised } } }"
        );
        budget
            .GetProperty("projects")
            .ToString()
            .ShouldBe(
                """{"budget":{"planned":30000.00,"transferredIn":1500.25,"transferredOut":1500.25,"revised":30000.00}}"""
            );
        var (_, others) = await Ledger.ProjectAsync(1);
        (await Ledger.TransferAsync(activities[0], others[0], 1)).Kind().ShouldBe("VirementNotAllowedError");
        await Service.ExecuteSqlAsync("UPDATE projects SET virement_allowed = false WHERE number = 2");
        (await Ledger.TransferAsync(activities[0], activities[1], 1)).Kind().ShouldBe("VirementNotAllowedError");
    }

    [Fact]
    public async Task Many_payments_are_recorded_together_or_not_at_all()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var refused = await ManyAsync([
            Item(activities[0], 3000),
            Item(activities[0], 2000.01m),
            Item("nonsense", 1),
            Item(activities[1], 5000),
        ]);
        refused
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => $"{error.GetProperty("index")} {error.GetProperty("__typename")}")
            .ShouldBe(["1 InsufficientBudgetError", "2 NotFoundError"]);
        refused.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldStartWith("items[1]: ");
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(5000);

        var invalid = await ManyAsync([Item(activities[0], 1), Item(activities[0], 0)]);
        invalid.Error().GetProperty("field").GetString().ShouldBe("items[1].amount");
        invalid.Error().GetProperty("index").GetInt32().ShouldBe(1);
        (await ManyAsync([])).Error().GetProperty("field").GetString().ShouldBe("items");
        (await ManyAsync([.. Enumerable.Repeat(Item(activities[0], 0.01m), 1001)]))
            .Error()
            .GetProperty("field")
            .GetString()
            .ShouldBe("items");

        var many = await ManyAsync([.. Enumerable.Repeat(Item(activities[0], 5), 1000)]);
        many.GetProperty("disbursements").GetArrayLength().ShouldBe(1000);
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(0);

        static object Item(string activity, decimal amount) =>
            new
            {
                activityId = activity,
                amount,
                paidOn = "2023-01-10",
                reference = "V",
            };

        Task<JsonElement> ManyAsync(object[] items) =>
            Ledger.SendAsync(
                "recordDisbursements",
                new { items, idempotencyKey = Ledger.NewKey() },
                "disbursements { id }"
            );
    }

    [Fact]
    public async Task A_plan_is_revised_on_the_version_that_was_read_and_no_other()
    {
        var (project, activities) = await Ledger.ProjectAsync(1);
        await Ledger.PayAsync(activities[0], 3000);
        object amount = new
        {
            activityId = activities[0],
            quarter = "Q3",
            amount = 3000,
        };
        var stale = await Ledger.ReviseAsync(project, 1, [amount]);
        stale.Kind().ShouldBe("ConflictError");
        stale.Error().GetProperty("currentVersion").GetInt32().ShouldBe(2);
        (await Ledger.ReviseAsync(project, 2, [amount], dryRun: true))
            .GetProperty("project")
            .ToString()
            .ShouldBe("""{"version":3,"budget":{"planned":8000.00,"available":5000.00}}""");
        (await Ledger.ReviseAsync(project, 2, [amount]))
            .GetProperty("project")
            .ToString()
            .ShouldBe("""{"version":3,"budget":{"planned":8000.00,"available":5000.00}}""");
        var tooLow = await Ledger.ReviseAsync(
            project,
            3,
            [
                new
                {
                    activityId = activities[0],
                    quarter = "Q3",
                    amount = 2999.99,
                },
            ]
        );
        tooLow.Kind().ShouldBe("InsufficientBudgetError");
        tooLow.Error().GetProperty("index").GetInt32().ShouldBe(0);
        (await Ledger.ReviseAsync(project, 3, [amount, amount]))
            .Error()
            .GetProperty("field")
            .GetString()
            .ShouldBe("amounts");
        (await Ledger.OwnAsync(activities[0])).GetProperty("available").GetDecimal().ShouldBe(0);
    }

    [Fact]
    public async Task Revisions_at_once_on_one_version_are_won_by_one()
    {
        var (project, activities) = await Ledger.ProjectAsync(2);
        var revisions = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    Ledger.ReviseAsync(
                        project,
                        1,
                        [
                            new
                            {
                                activityId = activities[i % 5],
                                quarter = "Q4",
                                amount = 9000 + i,
                            },
                        ]
                    )
                )
        );
        revisions.Count(payload => !payload.Refused()).ShouldBe(1);
        revisions.Where(payload => payload.Refused()).ShouldAllBe(payload => payload.Kind() == "ConflictError");
    }

    [Fact]
    public async Task A_dry_run_shows_the_outcome_and_changes_nothing()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var key = Ledger.NewKey();
        var dry = await Ledger.PayAsync(activities[0], 4000, key, dryRun: true);
        dry.GetProperty("disbursement")
            .GetProperty("activity")
            .ToString()
            .ShouldBe("""{"ownBudget":{"available":1000.00,"committed":0.00,"disbursed":4000.00}}""");
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(5000);
        (await Ledger.PayAsync(activities[0], 5001, key, dryRun: true)).Kind().ShouldBe("InsufficientBudgetError");
        (await Ledger.PayAsync(activities[0], 3000, key)).Refused().ShouldBeFalse("the key is not used up");
        (await Ledger.PayAsync(activities[0], 3000, key, dryRun: true))
            .Refused()
            .ShouldBeFalse("it is the first outcome");
        (await Ledger.PayAsync(activities[0], 1, key, dryRun: true)).Kind().ShouldBe("IdempotencyKeyReusedError");
        var node = await Service.QueryAsync($"{{ node(id: \"{dry.Id()}\") {{ id }} }}");
        node.GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Mutations_of_one_request_run_in_order_and_each_shows_what_it_left()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        string Pay(string alias, string dryRun) =>
            $"{alias}: recordDisbursement(input: {{ activityId: \"{activities[0]}\", amount: 100, paidOn: \"2023-01-10\", reference: \"V\", "
            + $"idempotencyKey: \"{alias}\" }}{dryRun}) {{ disbursement {{ activity {{ ownBudget {{ available }} }} }} }}";
        var data = await Service.QueryAsync(
            $"mutation {{ {Pay("a", "")} {Pay("b", ", dryRun: true")} {Pay("c", ", dryRun: true")} {Pay("d", "")} {Pay("e", ", dryRun: true")} }}",
            client: Service.Officer
        );
        data.EnumerateObject()
            .Select(payload =>
                payload
                    .Value.GetProperty("disbursement")
                    .GetProperty("activity")
                    .GetProperty("ownBudget")
                    .GetProperty("available")
                    .GetDecimal()
            )
            .ShouldBe([4900, 4800, 4800, 4800, 4700]);
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(4800);
    }
}
