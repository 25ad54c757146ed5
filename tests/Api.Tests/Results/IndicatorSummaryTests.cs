using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

public sealed class IndicatorSummaryTests(PlanService service) : ResultTestsBase(service)
{
    private const string Row =
        "key label indicatorCount reported achieved onTrack offTrack averageAchievement numerator denominator result method";

    [Fact]
    public async Task Groups_tell_what_sql_by_hand_tells()
    {
        var indicators = await IndicatorsAsync();
        await ReportAsync(indicators[0], 80);
        await ReportAsync(indicators[1], 66.67m, 2, 3);
        await ReportAsync(indicators[2], 10);
        var office = (await SummaryAsync("OFFICE")).ShouldHaveSingleItem();
        office.GetProperty("key").GetString().ShouldBe("TH-43-P2");
        office.GetProperty("method").ValueKind.ShouldBe(JsonValueKind.Null);
        office
            .GetProperty("averageAchievement")
            .GetDecimal()
            .ShouldBe(
                await ScalarAsync<decimal>(
                    "SELECT round(avg(round(result / target * 100, 2)), 2) FROM indicator_targets WHERE fiscal_year = 2566"
                )
            );
        Counts(office).ShouldBe([17, 3, 1, 1, 1]);
        (await SummaryAsync("PROVINCE")).ShouldHaveSingleItem().GetProperty("key").GetString().ShouldBe("TH-43");
        (await SummaryAsync("STRATEGY")).Count.ShouldBe(4);
        (await SummaryAsync("STRATEGY")).Sum(row => row.GetProperty("reported").GetInt32()).ShouldBe(3);
        var single = (await SummaryAsync("INDICATOR"))[1];
        single.GetProperty("key").GetString().ShouldBe(indicators[1]);
        single.GetProperty("method").GetString().ShouldBe("RATIO_OF_SUMS");
        single.GetProperty("result").GetDecimal().ShouldBe(66.67m);
        (await SummaryAsync("STATUS"))
            .Select(row => $"{row.GetProperty("key")} {row.GetProperty("indicatorCount")}")
            .ShouldBe(["NOT_REPORTED 14", "ACHIEVED 1", "ON_TRACK 1", "OFF_TRACK 1"]);
        (await SummaryAsync("OFFICE", ", where: { targets: { some: { status: { eq: ACHIEVED } } } }"))
            .ShouldHaveSingleItem()
            .GetProperty("indicatorCount")
            .GetInt32()
            .ShouldBe(1);
        (await SummaryAsync("OFFICE", year: 2580)).ShouldBeEmpty();
        PlanService
            .CodeOf(await Service.AskAsync("{ indicatorSummary(fiscalYear: 1, groupBy: OFFICE) { key } }"))
            .ShouldBe("INVALID_FISCAL_YEAR");
    }

    [Fact]
    public async Task Ratios_of_one_definition_are_summed_and_divided_last_and_a_mean_is_told_to_be_one()
    {
        var indicators = await IndicatorsAsync();
        await DefineAsync("ATTEND");
        await LinkAsync(indicators[0], "ATTEND");
        await LinkAsync(indicators[1], "ATTEND");
        await ReportAsync(indicators[0], 10, 1, 10);
        await ReportAsync(indicators[1], 90, 900, 1000);
        var row = (await SummaryAsync("DEFINITION"))[0];
        row.GetProperty("key").GetString().ShouldBe("ATTEND");
        row.GetProperty("method").GetString().ShouldBe("RATIO_OF_SUMS");
        row.GetProperty("numerator").GetDecimal().ShouldBe(901);
        row.GetProperty("denominator").GetDecimal().ShouldBe(1010);
        row.GetProperty("result").GetDecimal().ShouldBe(89.21m, "901 / 1010, not the average of 10 and 90");
        var series = await SeriesAsync("NONE");
        series
            .ToString()
            .ShouldBe(
                """[{"key":"TH","label":"Thailand","points":[{"fiscalYear":2566,"target":80.00,"result":89.21,"achievement":111.51,"status":"ACHIEVED","reported":2,"indicatorCount":2,"method":"RATIO_OF_SUMS"},{"fiscalYear":2580,"target":null,"result":null,"achievement":null,"status":"NOT_REPORTED","reported":0,"indicatorCount":0,"method":null}]}]"""
            );
        await ReportAsync(indicators[0], 10);
        row = (await SummaryAsync("DEFINITION"))[0];
        row.GetProperty("method").GetString().ShouldBe("MEAN_OF_RESULTS");
        row.GetProperty("result").GetDecimal().ShouldBe(50);
        row.GetProperty("numerator").ValueKind.ShouldBe(JsonValueKind.Null);
        (await SummaryAsync("DEFINITION"))[1].GetProperty("key").GetString().ShouldBe("UNLINKED");
        (await SeriesAsync("OFFICE"))[0].GetProperty("key").GetString().ShouldBe("TH-43-P2");
        PlanService
            .CodeOf(
                await Service.AskAsync(
                    "{ indicatorSeries(definitionCode: \"NONE\", fiscalYears: [2566], groupBy: NONE) { key } }"
                )
            )
            .ShouldBe("UNKNOWN_DEFINITION");
    }

    [Fact]
    public async Task A_definition_gives_its_direction_and_stays_once_results_are_reported()
    {
        var indicators = await IndicatorsAsync();
        await DefineAsync("DROPOUT", direction: "HIGHER_IS_BETTER");
        await LinkAsync(indicators[0], "DROPOUT");
        (await DefineAsync("DROPOUT", direction: "LOWER_IS_BETTER")).Refused().ShouldBeFalse();
        await ReportAsync(indicators[0], 100);
        (await TargetAsync(indicators[0], "direction achievement status")).ShouldBe(
            """{"direction":"LOWER_IS_BETTER","achievement":80.00,"status":"ON_TRACK"}"""
        );
        (await DefineAsync("DROPOUT", direction: "HIGHER_IS_BETTER")).Kind().ShouldBe("InvalidStateError");
        (await DefineAsync("DROPOUT", name: "another name", direction: "LOWER_IS_BETTER")).Refused().ShouldBeFalse();
        (await DefineAsync("คำ", direction: "LOWER_IS_BETTER"))
            .Error()
            .GetProperty("field")
            .GetString()
            .ShouldBe("code");
        await DefineAsync("HOURS", unit: "ชั่วโมง");
        var other = await LinkAsync(indicators[1], "HOURS");
        other.Error().GetProperty("field").GetString().ShouldBe("definitionCode");
        (await LinkAsync(indicators[1], "NOPE")).Kind().ShouldBe("ValidationError");
        var found = await Service.QueryAsync(
            "{ indicators(where: { definition: { code: { eq: \"DROPOUT\" } } }, order: [{ definition: { code: ASC } }]) { totalCount nodes { definition { name } } } }"
        );
        found.ToString().ShouldContain("another name");
        (await LinkAsync(indicators[0], null, "administrator")).Refused().ShouldBeFalse();
        (await TargetAsync(indicators[0], "direction")).ShouldBe("""{"direction":"HIGHER_IS_BETTER"}""");
    }

    [Fact]
    public async Task An_indicator_is_described_by_its_direction_and_baseline()
    {
        var indicator = (await IndicatorsAsync())[0];
        var described = await SendAsync(
            "describeIndicator",
            new
            {
                indicatorId = indicator,
                direction = "LOWER_IS_BETTER",
                baselineValue = 12.5m,
                baselineFiscalYear = 2565,
            },
            "indicator { direction baseline { fiscalYear value } target(fiscalYear: 2566) { direction } }"
        );
        described
            .GetProperty("indicator")
            .ToString()
            .ShouldBe(
                """{"direction":"LOWER_IS_BETTER","baseline":{"fiscalYear":2565,"value":12.5},"target":{"direction":"LOWER_IS_BETTER"}}"""
            );
        (await Service.ImportAsync(SampleFile.Bytes(SampleFile.Sample()))).Value.RowsChanged.ShouldBe(0);
        (await TargetAsync(indicator, "direction")).ShouldBe("""{"direction":"LOWER_IS_BETTER"}""");
    }

    private async Task<List<JsonElement>> SummaryAsync(string groupBy, string where = "", int year = 2566)
    {
        var data = await Service.QueryAsync(
            $"{{ indicatorSummary(fiscalYear: {year}, groupBy: {groupBy}{where}) {{ {Row} }} }}"
        );
        return [.. data.GetProperty("indicatorSummary").EnumerateArray()];
    }

    private async Task<JsonElement> SeriesAsync(string groupBy) =>
        (
            await Service.QueryAsync(
                $"{{ indicatorSeries(definitionCode: \"ATTEND\", fiscalYears: [2580, 2566], groupBy: {groupBy}) {{ key label "
                    + "points { fiscalYear target result achievement status reported indicatorCount method } } }"
            )
        ).GetProperty("indicatorSeries");

    private Task<JsonElement> DefineAsync(
        string code,
        string name = "ตัวชี้วัดกลาง",
        string unit = "ร้อยละ",
        string direction = "HIGHER_IS_BETTER"
    ) =>
        SendAsync(
            "defineIndicator",
            new
            {
                code,
                name,
                unit,
                direction,
            },
            "definition { code }",
            "administrator"
        );

    private Task<JsonElement> LinkAsync(string indicator, string? code, string who = "plan officer") =>
        SendAsync(
            "linkIndicator",
            new { indicatorId = indicator, definitionCode = code },
            "indicator { definition { code } }",
            who
        );

    private static int[] Counts(JsonElement row) =>
        [
            .. new[] { "indicatorCount", "reported", "achieved", "onTrack", "offTrack" }.Select(name =>
                row.GetProperty(name).GetInt32()
            ),
        ];
}
