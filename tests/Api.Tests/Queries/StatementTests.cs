namespace TeacherDevPlan.Api.Tests;

public sealed class StatementTests(PlanService service) : PlanTests(service)
{
    [Theory]
    [InlineData("{ projects { nodes { number name } } }", 1)]
    [InlineData("{ projects { totalCount } }", 1)]
    [InlineData(
        "{ projects { nodes { number } edges { cursor } pageInfo { endCursor } totalCount budget { planned } } }",
        2
    )]
    [InlineData("{ projects { nodes { activities { name ownBudget { planned quarters { planned } } } } } }", 2)]
    [InlineData("{ projects { nodes { ledger(first: 2) { totalCount nodes { amount activity { name } } } } } }", 3)]
    [InlineData("{ budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { key budget { available } } }", 1)]
    [InlineData("{ budgetSummary(fiscalYear: 2566, groupBy: FUNDING_SOURCE) { key budget { available } } }", 2)]
    [InlineData("{ projects { nodes { activities { subActivities { name } budget { planned } } } } }", 3)]
    [InlineData(
        "{ projects { nodes { plan { office { name } } strategy { name } owners { name staffMember { name } } } } }",
        2
    )]
    [InlineData(
        "{ projects { nodes { rationale objectives { text } kpis { name methods } fundingSources { amount } } } }",
        5
    )]
    [InlineData("{ projects { nodes { budget { planned } } } }", 1)]
    [InlineData("{ indicators { nodes { targets { target } target(fiscalYear: 2567) { target } } } }", 3)]
    [InlineData("{ datasets { nodes { observations { text coordinates { value } } } } }", 3)]
    [InlineData(
        "{ office(code: \"TH-43-P2\") { strategicPlan(fiscalYear: 2566) { strategies { projects { nodes { number } totalCount } } } } }",
        5
    )]
    [InlineData("{ a: office(code: \"TH-43-P2\") { name } __typename }", 1)]
    [InlineData("{ __schema { queryType { name } } }", 0)]
    public async Task A_query_costs_one_statement_per_level_however_many_parents(string query, int statements)
    {
        Service.Statements.Reset();
        await Service.QueryAsync(query);
        Service.Statements.Seen.Count.ShouldBe(statements, string.Join("\n\n", Service.Statements.Seen));
    }

    [Theory]
    [InlineData("{ projects { nodes { budget { planned available disbursementRate } } } }", true)]
    [InlineData("{ projects { budget { revised } } }", true)]
    [InlineData("{ developmentPlans { nodes { budget { planned } } } }", true)]
    [InlineData("{ budgetSummary(fiscalYear: 2566, groupBy: STRATEGY) { budget { planned } } }", true)]
    [InlineData("{ budgetSummary(fiscalYear: 2566, groupBy: PROVINCE) { targetDistance } }", true)]
    [InlineData("{ projects { budget { planned quarters { planned } } } }", false)]
    [InlineData("{ projects { budget { ... on BudgetPosition { quarters { planned } } } } }", false)]
    [InlineData("{ projects { budget(asOf: \"2026-01-01T00:00:00Z\") { planned } } }", false)]
    [InlineData("{ budgetSummary(fiscalYear: 2566, groupBy: QUARTER) { budget { planned } } }", false)]
    [InlineData("{ projects { nodes { activities { budget { planned } } } } }", false)]
    public async Task Quarters_are_read_only_where_they_are_looked_at(string query, bool totals)
    {
        Service.Statements.Reset();
        await Service.QueryAsync(query);
        var statements = string.Join("\n\n", Service.Statements.Seen);
        statements.Contains("planned_q1", StringComparison.Ordinal).ShouldBe(!totals, statements);
    }

    [Fact]
    public async Task Running_text_is_read_only_where_it_is_selected()
    {
        Service.Statements.Reset();
        await Service.QueryAsync("{ projects { nodes { name venue statedBudget } } }");
        Service.Statements.Seen.ShouldNotContain(statement => statement.Contains("project_texts"));
    }

    [Fact]
    public async Task An_operation_sees_one_snapshot_while_others_write()
    {
        Service.Statements.Reset();
        // The third statement is the first of the second round trip.
        Service.Statements.BeforeStatement = async count =>
        {
            if (count == 3)
                await Service.ExecuteSqlAsync(
                    "SET session_replication_role = replica; UPDATE activities SET name = 'since'; UPDATE project_kpis SET name = 'since'"
                );
        };
        const string query =
            "{ a: projects { nodes { kpis { name } } } b: projects { nodes { activities { name } } } }";
        (await Service.QueryAsync(query)).ToString().ShouldNotContain("since");
        Service.Statements.Reset();
        (await Service.QueryAsync(query)).ToString().ShouldContain("since");
    }

    [Fact]
    public async Task A_search_by_name_can_use_its_trigram_index()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Service.ConnectionString);
        await using var explain = source.CreateCommand(
            "SET enable_seqscan = off; EXPLAIN SELECT * FROM projects WHERE name_folded LIKE '%ปฐมวัย%'"
        );
        var plan = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            plan.Add(reader.GetString(0));
        plan.ShouldContain(line => line.Contains("ix_projects_name_folded"));
    }
}
