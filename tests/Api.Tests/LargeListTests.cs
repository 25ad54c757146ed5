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
    public async Task A_page_that_would_look_at_every_row_is_refused_with_what_is_offered(string list, string argument)
    {
        await service.WithSampleAsync();
        foreach (var selected in new[] { "nodes { id }", "totalCount edges { cursor }" })
        {
            var error = await service.ErrorAsync($"{{ {list} {{ {selected} }} }}");
            error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("UNBOUNDED_LIST");
            error.GetProperty("extensions").GetProperty("argument").GetString().ShouldBe(argument);
            error.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("recordedAt");
        }
    }

    [Theory]
    [InlineData("ledgerEntries(last: 3)")]
    [InlineData("ledgerEntries(order: [{ recordedAt: DESC }], where: { kind: { eq: PLANNED } })")]
    [InlineData(
        "ledgerEntries(where: { project: { plan: { office: { code: { eq: \"101\" } } } } }, order: [{ amount: DESC }])"
    )]
    [InlineData("disbursements(where: { and: [{ paidOn: { gte: \"2023-01-01\" } }] }, order: [{ paidOn: ASC }])")]
    [InlineData("commitments(where: { expiresOn: { gte: \"2023-01-01\" } }, order: [{ expiresOn: ASC }])")]
    [InlineData(
        "ledgerEntries(where: { recordedAt: { gte: \"2026-01-01T00:00:00Z\", lt: \"2026-02-01T00:00:00Z\" } }, order: [{ amount: DESC }])"
    )]
    [InlineData("commitments(where: null, order: [{ id: DESC }])")]
    public async Task What_an_index_finds_is_listed(string list)
    {
        await service.WithSampleAsync();
        await service.QueryAsync($"{{ {list} {{ nodes {{ id }} totalCount }} }}");
    }
}
