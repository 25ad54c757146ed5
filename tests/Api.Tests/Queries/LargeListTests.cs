namespace TeacherDevPlan.Api.Tests;

/// <summary>Lists of all movements of money are sorted and filtered by what has an index, or for somebody's rows alone.</summary>
public sealed class LargeListTests(PlanService service)
{
    [Theory]
    [InlineData("ledgerEntries(order: [{ amount: DESC }])", "order")]
    [InlineData("ledgerEntries(order: [{ kind: ASC }, { recordedAt: ASC }])", "order")]
    [InlineData("ledgerEntries(where: { quarter: { eq: Q1 } })", "where")]
    [InlineData("ledgerEntries(where: { or: [{ amount: { gt: 1 } }, { kind: { eq: PLANNED } }] })", "where")]
    [InlineData("ledgerEntries(where: { project: { fiscalYear: { eq: 2566 } } })", "where")]
    [InlineData("ledgerEntries(where: { project: { id: { neq: null } }, amount: { gt: 1 } })", "where")]
    [InlineData("disbursements(where: { paidOn: { gte: \"2023-01-01\" }, amount: { gt: 1 } })", "where")]
    [InlineData("disbursements(order: [{ reversed: DESC }])", "order")]
    [InlineData("disbursements(where: { and: [{ amount: { gt: 1 } }] })", "where")]
    [InlineData("commitments(order: [{ remaining: DESC }])", "order")]
    [InlineData("activities(order: [{ printed: { total: DESC } }])", "order")]
    [InlineData("activities(where: { ownBudget: { available: { lt: 0 } } })", "where")]
    [InlineData("kpis(where: { or: [{ targetText: { contains: \"x\" } }, { number: { eq: \"1\" } }] })", "where")]
    [InlineData("progressReports(order: [{ superseded: ASC }])", "order")]
    [InlineData("projects(where: { rationale: { contains: \"x\" } })", "where")]
    [InlineData("projects(where: { rationale: { eq: \"x\" } })", "where")]
    [InlineData("projects(where: { targetGroups: { some: { in: [\"x\"] } } })", "where")]
    [InlineData("kpis(where: { project: { objectives: { none: { text: { neq: \"x\" } } } } })", "where")]
    [InlineData("projects(where: { kpis: { some: { resultText: { endsWith: \"x\" } } } })", "where")]
    [InlineData("projects(where: { outputTargets: { some: { text: { startsWith: \"x\" } } } })", "where")]
    [InlineData(
        "disbursements(where: { paidOn: { gte: \"2023-01-01\", lte: \"2023-12-31\" } }, order: [{ amount: ASC }])",
        "order"
    )]
    [InlineData(
        "activities(where: { fiscalYear: { eq: 2566 }, project: { rationale: { endsWith: \"x\" } } })",
        "where"
    )]
    [InlineData("kpis(where: { number: { eq: \"1\" }, targetText: { contains: \"x\" } })", "where")]
    [InlineData("disbursements(where: { paidOn: { gte: \"2023-01-01\" } })", "order")]
    [InlineData(
        "ledgerEntries(where: { or: [{ recordedAt: { gt: \"2023-01-01T00:00:00Z\" } }] }, order: [{ id: ASC }])",
        "order"
    )]
    [InlineData("ledgerEntries(where: { expiresOn: { lt: \"2023-01-01\" } })", "where")]
    [InlineData("ledgerEntries(where: { activity: { fiscalYear: { eq: 2566 } } })", "where")]
    [InlineData("ledgerEntries(where: { activity: { number: { in: [\"1\"] } }, amount: { gt: 1 } })", "where")]
    [InlineData("disbursements(where: { activity: { name: { eq: \"x\" } } }, order: [{ amount: ASC }])", "order")]
    public async Task A_page_that_would_look_at_every_row_is_refused_with_what_is_offered(string list, string argument)
    {
        await service.WithSampleAsync();
        foreach (var selected in new[] { "nodes { id }", "totalCount edges { cursor }" })
        {
            var error = await service.ErrorAsync($"{{ {list} {{ {selected} }} }}");
            error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("UNBOUNDED_LIST");
            error.GetProperty("extensions").GetProperty("argument").GetString().ShouldBe(argument);
            error.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("a condition (eq, or in with");
        }
    }

    [Theory]
    [InlineData("ledgerEntries { groups(by: [ACTIVITY]) { label } }")]
    [InlineData("ledgerEntries { groups(by: [KIND]) { aggregate { amount { max } } } }")]
    [InlineData("ledgerEntries { groups(by: [KIND], having: { sequence: { max: { gt: 1 } } }) { label } }")]
    [InlineData("ledgerEntries(where: { amount: { gt: 1 } }) { totalCount }")]
    [InlineData("ledgerEntries { aggregate { paidOn { max } } }")]
    [InlineData("disbursements(where: { reversed: { eq: false } }) { groups(by: [RECORDED_MONTH]) { label } }")]
    [InlineData("disbursements(where: { paidOn: { gte: \"2023-01-01\" } }) { totalCount }")]
    [InlineData(
        "ledgerEntries(where: { recordedAt: { gte: \"2023-01-01T00:00:00Z\", lte: \"9999-12-31T23:59:59Z\" } }) { totalCount }"
    )]
    public async Task Sums_that_no_totals_tell_are_refused_with_what_is_kept(string asked)
    {
        await service.WithSampleAsync();
        var error = await service.ErrorAsync($"{{ {asked} }}");
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("UNBOUNDED_LIST");
        error.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("sum and avg of amount");
    }

    [Theory]
    [InlineData(
        "ledgerEntries { totalCount groups(by: [KIND, QUARTER, RECORDED_MONTH]) { label aggregate { count amount { sum avg } } } }"
    )]
    [InlineData(
        "ledgerEntries(where: { project: { name: { contains: \"x\" } } }) { groups(by: [OFFICE, FUNDING_SOURCE], order: [{ amount: { sum: DESC } }]) { label } }"
    )]
    [InlineData(
        "disbursements(where: { fiscalYear: { eq: 2566 }, reversed: { eq: false } }) { groups(by: [PROJECT, PAID_ON_MONTH], having: { count: { gt: 1 } }) { label } }"
    )]
    [InlineData(
        "disbursements(where: { paidOn: { gte: \"2023-01-01\", lt: \"2023-02-01\" } }) { groups(by: [ACTIVITY]) { aggregate { amount { max } } } }"
    )]
    [InlineData("ledgerEntries(where: { recordedAt: { gte: \"9999-12-31T23:59:59Z\" } }) { totalCount }")]
    [InlineData(
        "ledgerEntries(where: { project: { plan: { office: { code: { in: [\"101\", \"x\"] } } } } }) { groups(by: [PROVINCE, ACTIVITY]) { label } }"
    )]
    public async Task Sums_that_are_kept_or_of_few_rows_are_told(string asked)
    {
        await service.WithSampleAsync();
        await service.QueryAsync($"{{ {asked} }}");
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "UNBOUNDED_LIST")]
    public async Task Only_a_few_codes_of_related_rows_restrict_a_list(int count, string? refused)
    {
        await service.WithSampleAsync();
        var codes = string.Join(", ", Enumerable.Range(101, count).Select(code => $"\"{code}\""));
        const string Written =
            "{{ disbursements(where: {{ project: {{ plan: {{ office: {{ code: {{ in: [{0}] }} }} }} }} }}, order: [{{ amount: ASC }}]) {{ nodes {{ id }} }} }}";
        const string InVariable =
            "query ($codes: [String!]!) { disbursements(where: { project: { plan: { office: { code: { in: $codes } } } } }, order: [{ amount: ASC }]) { nodes { id } } }";
        foreach (
            var answer in new[]
            {
                await service.AskAsync(string.Format(null, Written, codes)),
                await service.AskAsync(InVariable, new { codes = codes.Replace("\"", "").Split(", ") }),
            }
        )
            PlanService.CodeOf(answer).ShouldBe(refused);
    }

    [Theory]
    [InlineData("ledgerEntries(last: 3)")]
    [InlineData("ledgerEntries(order: [{ recordedAt: DESC }], where: { kind: { eq: PLANNED } })")]
    [InlineData(
        "ledgerEntries(where: { project: { plan: { office: { code: { eq: \"101\" } } } } }, order: [{ amount: DESC }])"
    )]
    [InlineData(
        "disbursements(where: { and: [{ paidOn: { gte: \"2023-01-01\", lt: \"2023-02-01\" } }] }, order: [{ paidOn: ASC }])"
    )]
    [InlineData("disbursements(where: { fiscalYear: { eq: 2566 }, activity: { id: { in: [] } } })")]
    [InlineData("activities(order: [{ number: DESC }], where: { project: { fiscalYear: { eq: 2566 } } })")]
    [InlineData("kpis(order: [{ achievement: DESC }], where: { status: { in: [OFF_TRACK, ON_TRACK] } })")]
    [InlineData("projects(where: { venue: { contains: \"x\" }, responsibleUnitPrinted: { contains: \"x\" } })")]
    [InlineData("projects(where: { rationale: { contains: \"x\" }, plan: { office: { code: { eq: \"101\" } } } })")]
    [InlineData("commitments(where: { expiresOn: { gte: \"2023-01-01\" } }, order: [{ expiresOn: ASC }])")]
    [InlineData(
        "ledgerEntries(where: { recordedAt: { gte: \"2026-01-01T00:00:00Z\", lt: \"2026-02-01T00:00:00Z\" } }, order: [{ amount: DESC }])"
    )]
    [InlineData("commitments(where: { remaining: { gt: 0 }, expiresOn: { gte: \"2023-01-01\" } })")]
    [InlineData("commitments(where: null, order: [{ id: DESC }])")]
    public async Task What_an_index_finds_is_listed(string list)
    {
        await service.WithSampleAsync();
        await service.QueryAsync($"{{ {list} {{ nodes {{ id }} totalCount }} }}");
    }

    [Theory]
    [InlineData("disbursements(where: { paidOn: { gte: \"2023-01-01\" } }, order: [{ paidOn: DESC }])")]
    [InlineData("ledgerEntries(where: { kind: { eq: COMMITMENT }, recordedAt: { lt: \"2023-01-01T00:00:00Z\" } })")]
    public async Task A_page_in_the_order_of_its_filter_is_listed_without_a_count(string list)
    {
        await service.WithSampleAsync();
        await service.QueryAsync($"{{ {list} {{ nodes {{ id }} }} }}");
    }
}
