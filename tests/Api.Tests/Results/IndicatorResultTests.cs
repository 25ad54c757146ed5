using System.Text.Json;
using Npgsql;

namespace TeacherDevPlan.Api.Tests;

public sealed class IndicatorResultTests(PlanService service) : ResultTestsBase(service)
{
    [Fact]
    public async Task The_latest_result_counts_and_those_before_it_can_be_read()
    {
        var indicator = (await IndicatorsAsync())[0];
        (await ReportAsync(indicator, 60)).Refused().ShouldBeFalse();
        var second = await ReportAsync(indicator, 72.5m, 29, 40);
        second
            .GetProperty("indicator")
            .GetProperty("target")
            .ToString()
            .ShouldBe("""{"result":72.5,"achievement":90.63,"status":"ON_TRACK"}""");
        var history = await Service.QueryAsync(
            $"{{ node(id: \"{indicator}\") {{ ... on Indicator {{ results {{ nodes {{ sequence kind result numerator denominator }} }} }} }} }}"
        );
        history
            .GetProperty("node")
            .GetProperty("results")
            .GetProperty("nodes")
            .ToString()
            .ShouldBe(
                """[{"sequence":1,"kind":"REPORTED","result":60,"numerator":null,"denominator":null},{"sequence":2,"kind":"REPORTED","result":72.5,"numerator":29,"denominator":40}]"""
            );
    }

    [Fact]
    public async Task A_withdrawn_result_makes_the_one_before_it_count_again_or_none()
    {
        var indicator = (await IndicatorsAsync())[0];
        var first = ResultId(await ReportAsync(indicator, 60));
        var second = ResultId(await ReportAsync(indicator, 70));
        (await WithdrawAsync(first)).Kind().ShouldBe("InvalidStateError");
        (await WithdrawAsync(second)).Refused().ShouldBeFalse();
        (await TargetAsync(indicator, "result current { id }")).ShouldBe(
            $$$"""{"result":60,"current":{"id":"{{{first}}}"}}"""
        );
        (await WithdrawAsync(second)).Kind().ShouldBe("InvalidStateError");
        (await WithdrawAsync(first)).Refused().ShouldBeFalse();
        (await TargetAsync(indicator)).ShouldBe("""{"result":null,"achievement":null,"status":"NOT_REPORTED"}""");
        (await WithdrawAsync("nonsense")).Kind().ShouldBe("NotFoundError");
    }

    [Fact]
    public async Task A_wrong_result_is_refused_with_what_would_be_right_and_changes_nothing()
    {
        var indicator = (await IndicatorsAsync())[0];
        (await ReportAsync(indicator, 71, 29, 40)).Error().ToString().ShouldContain("which is 72.5");
        (await ReportAsync(indicator, 80, year: 2565))
            .Error()
            .GetProperty("message")
            .GetString()!
            .ShouldContain("targets for 2566, 2567, 2568, 2569, 2570");
        var half = await ReportAsync(indicator, 80, 4);
        half.Error().GetProperty("field").GetString().ShouldBe("denominator");
        (await ReportAsync(indicator, 80, 4, 0)).Error().GetProperty("field").GetString().ShouldBe("denominator");
        (await ReportAsync(indicator, 80.00001m)).Error().GetProperty("field").GetString().ShouldBe("result");
        (await ReportAsync("nonsense", 80)).Kind().ShouldBe("NotFoundError");
        (await TargetAsync(indicator, "result results { totalCount }")).ShouldBe(
            """{"result":null,"results":{"totalCount":0}}"""
        );
    }

    [Theory]
    [InlineData(66.67, 2, 3, true)]
    [InlineData(67, 2, 3, true)]
    [InlineData(66, 2, 3, false)]
    [InlineData(66.66, 2, 3, false)]
    [InlineData(12.5, 1, 8, true)]
    [InlineData(12, 1, 8, true)]
    [InlineData(13, 1, 8, true)]
    public async Task A_percentage_is_the_ratio_rounded_to_its_own_decimals(
        double result,
        int numerator,
        int denominator,
        bool right
    )
    {
        var indicator = (await IndicatorsAsync())[0];
        var answer = await ReportAsync(indicator, (decimal)result, numerator, denominator);
        answer.Refused().ShouldBe(!right, answer.ToString());
    }

    [Fact]
    public async Task The_same_request_again_gives_the_first_outcome_also_of_a_refusal()
    {
        var indicator = (await IndicatorsAsync())[0];
        var key = Ledger.NewKey();
        var copies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ReportAsync(indicator, 75, key: key)));
        copies.Select(ResultId).Distinct().ShouldHaveSingleItem();
        (await ReportAsync(indicator, 75.00m, key: key)).Refused().ShouldBeFalse("the same number");
        (await ReportAsync(indicator, 76, key: key)).Kind().ShouldBe("IdempotencyKeyReusedError");
        var refused = Ledger.NewKey();
        (await ReportAsync(indicator, 75, year: 2571, key: refused)).Kind().ShouldBe("ValidationError");
        (await ReportAsync(indicator, 75, year: 2571, key: refused)).Kind().ShouldBe("ValidationError");
        (await TargetAsync(indicator, "results { totalCount }")).ShouldBe("""{"results":{"totalCount":1}}""");
    }

    [Fact]
    public async Task Results_reported_at_once_follow_one_another()
    {
        var indicator = (await IndicatorsAsync())[0];
        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => ReportAsync(indicator, i)));
        answers.ShouldAllBe(answer => !answer.Refused());
        (
            await ScalarAsync<bool>(
                "SELECT t.result = r.result AND r.sequence = 10 FROM indicator_targets t JOIN indicator_results r ON r.target_id = t.id "
                    + "ORDER BY r.sequence DESC LIMIT 1"
            )
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task A_dry_run_shows_the_outcome_and_records_nothing()
    {
        var indicator = (await IndicatorsAsync())[0];
        var rehearsed = await ReportAsync(indicator, 80, dryRun: true);
        rehearsed.ToString().ShouldContain("ACHIEVED");
        (await TargetAsync(indicator, "result results { totalCount }")).ShouldBe(
            """{"result":null,"results":{"totalCount":0}}"""
        );
    }

    [Theory]
    [InlineData("UPDATE indicator_results SET result = 1")]
    [InlineData("DELETE FROM indicator_results")]
    [InlineData("TRUNCATE indicator_results")]
    [InlineData("UPDATE indicator_targets SET result = 99 WHERE result IS NOT NULL")]
    [InlineData("UPDATE indicator_targets SET result_entries = 0, result = NULL, result_id = NULL")]
    [InlineData("DELETE FROM indicator_targets")]
    [InlineData("UPDATE indicator_targets SET direction = 'LOWER_IS_BETTER'")]
    public async Task Nobody_changes_or_removes_what_was_reported(string sql)
    {
        await ReportAsync((await IndicatorsAsync())[0], 70);
        var refusal = await Should.ThrowAsync<PostgresException>(() => Service.ExecuteSqlAsync(sql));
        refusal.SqlState.ShouldStartWith("23");
    }

    [Fact]
    public async Task A_report_is_on_record_with_who_and_the_figures_before_and_after()
    {
        var indicator = (await IndicatorsAsync())[0];
        await ReportAsync(indicator, 60);
        await ReportAsync(indicator, 70);
        using var administrator = Service.ClientOf("administrator");
        var data = await Service.QueryAsync(
            "{ auditLog(where: { action: { eq: \"reportIndicatorResult\" } }, last: 1) { nodes { subjects before after } } }",
            client: administrator
        );
        var record = data.GetProperty("auditLog").GetProperty("nodes")[0].ToString();
        record.ShouldContain(indicator);
        record.ShouldContain("60");
        record.ShouldContain("70");
    }

    private Task<JsonElement> WithdrawAsync(string result) =>
        SendAsync(
            "withdrawIndicatorResult",
            new
            {
                resultId = result,
                reason = "counted twice",
                idempotencyKey = Ledger.NewKey(),
            },
            "indicator { id }"
        );

    private static string ResultId(JsonElement payload)
    {
        payload.Refused().ShouldBeFalse(payload.ToString());
        return payload.GetProperty("indicatorResult").GetProperty("id").GetString()!;
    }
}
