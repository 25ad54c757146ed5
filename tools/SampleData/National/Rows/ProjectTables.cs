using NpgsqlTypes;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>The tables of projects and their money.</summary>
internal static class ProjectTables
{
    private static readonly string[] Quarters = ["Q1", "Q2", "Q3", "Q4"];

    public static readonly IReadOnlyList<ICopyTable> All =
    [
        new CopyTable<ProjectRow>("projects", office => office.Projects)
            .Id("id", row => row.Id)
            .Id("plan_id", row => row.Plan.Id)
            .Int("fiscal_year", row => row.Plan.FiscalYear)
            .Int("number", row => row.Number)
            .Text("name", row => row.Name)
            .Text("nature", row => row.Continuing ? "CONTINUING" : "NEW")
            .Text("status", row => row.Status)
            .Id("strategy_id", row => row.Strategy.Id)
            .Text("strategy_printed", row => row.Strategy.Name)
            .Id("responsible_unit_id", row => row.Unit.Id)
            .Text("responsible_unit_printed", row => row.Unit.Name)
            .Day("starts_on", row => row.StartsOn)
            .Day("ends_on", row => row.EndsOn)
            .Text("period_printed", row => Phrases.Period(row.StartsOn, row.EndsOn))
            .Text("venue", row => row.Venue)
            .Flag("virement_allowed", row => row.VirementAllowed)
            .Money("stated_budget", row => row.Planned)
            .Int("version", row => row.HasPaid ? 2 : 1)
            .Money("printed_q1", row => row.PlannedIn(0))
            .Money("printed_q2", row => row.PlannedIn(1))
            .Money("printed_q3", row => row.PlannedIn(2))
            .Money("printed_q4", row => row.PlannedIn(3))
            .Money("printed_total", row => row.Planned),
        NationalTables.Texts("project_texts", "project_id", office => office.ProjectTexts),
        ResultTables.Kept(
            new CopyTable<KpiRow>("project_kpis", office => office.Kpis)
                .Id("id", row => row.Id)
                .Id("project_id", row => row.Project.Id)
                .Int("position", row => row.Position)
                .Text("number", row => $"{row.Number}")
                .Text("kind", row => row.Kind)
                .Text("name", row => row.Name)
                .Text("target_text", row => row.TargetText)
                .Number("target_value", row => row.TargetValue)
                .Text("target_unit", row => row.TargetUnit)
                .List("methods", NpgsqlDbType.Text, row => new[] { row.Method })
                .List("tools", NpgsqlDbType.Text, row => new[] { row.Tool })
                .Text("result_text", row => row.Reported.Measure?.Text),
            row => row.Reported
        ),
        new CopyTable<OwnerRow>("project_owners", office => office.Owners)
            .Id("id", row => row.Id)
            .Id("project_id", row => row.ProjectId)
            .Int("order", row => row.Order)
            .Text("name", row => row.Member.Name)
            .Text("position", row => row.Member.Position)
            .Id("staff_member_id", row => row.Member.Id),
        new CopyTable<FundingRow>("funding_sources", office => office.Fundings)
            .Id("id", row => row.Id)
            .Id("project_id", row => row.ProjectId)
            .Int("position", row => row.Position)
            .Text("kind", row => row.Kind)
            .Money("amount", row => row.Amount),
        Balances(
            new CopyTable<ActivityRow>("activity_budgets", office => office.Activities)
                .Id("activity_id", row => row.Id)
                .Id("project_id", row => row.Project.Id)
                .Id("plan_id", row => row.Project.Plan.Id)
                .Int("fiscal_year", row => row.Project.Plan.FiscalYear)
                .Int("entries", row => row.Entries.Count)
                .Flag("moved", row => row.Moved)
                .Moment("last_entry_at", row => row.LastEntryAt),
            row => row.Balance
        ),
        new CopyTable<ActivityRow>("activities", office => office.Activities)
            .Id("id", row => row.Id)
            .Id("project_id", row => row.Project.Id)
            .Int("fiscal_year", row => row.Project.Plan.FiscalYear)
            .Int("position", row => row.Position)
            .Text("number", row => $"{row.Position + 1}")
            .Text("name", row => row.Name)
            .Money("printed_q1", row => row.Planned[0])
            .Money("printed_q2", row => row.Planned[1])
            .Money("printed_q3", row => row.Planned[2])
            .Money("printed_q4", row => row.Planned[3])
            .Money("printed_total", row => row.PlannedTotal),
        Balances(
            new CopyTable<EntryRow>("ledger_entries", office => office.Entries)
                .Id("id", row => row.Id)
                .Id("activity_id", row => row.Activity.Id)
                .Id("project_id", row => row.Activity.Project.Id)
                .Int("fiscal_year", row => row.Activity.Project.Plan.FiscalYear)
                .Int("sequence", row => row.Sequence)
                .Text("kind", row => row.Kind)
                .Money("amount", row => row.Amount)
                .Text("quarter", row => row.Quarter is { } quarter ? Quarters[quarter] : null)
                .Day("paid_on", row => row.PaidOn)
                .Text("funding_source", row => row.Funding)
                .Day("expires_on", row => row.ExpiresOn)
                .Id("commitment_id", row => row.Commitment?.Id)
                .Id("reverses_id", row => row.Reverses?.Id)
                .Id("transfer_id", row => row.Transfer?.Id)
                .Id("counterpart_id", row => row.Counterpart?.Id)
                .Flag("approved", row => row.Approved)
                .Text("reference", row => row.Reference)
                .Text("reason", row => row.Reason)
                .Moment("recorded_at", row => row.RecordedAt)
                .Text("recorded_by", row => row.RecordedBy),
            row => row.Balance
        ),
    ];

    private static CopyTable<T> Balances<T>(CopyTable<T> table, Func<T, Figures> balance)
    {
        for (var figure = 0; figure < Figures.Count; figure++)
        {
            var place = figure;
            table.Money(Figures.Columns[figure], row => balance(row)[place]);
        }

        return table;
    }
}
