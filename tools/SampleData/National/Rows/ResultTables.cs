using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>The tables of indicators, results and reports.</summary>
internal static class ResultTables
{
    public static readonly IReadOnlyList<ICopyTable> All =
    [
        new CopyTable<DefinitionRow>("indicator_definitions", office => office.Definitions)
            .Id("id", row => row.Id)
            .Text("code", row => row.Kind.Code)
            .Text("name", row => row.Kind.Name)
            .Text("unit", row => row.Kind.Unit)
            .Text("direction", row => row.Kind.Direction),
        new CopyTable<DisbursementTargetRow>("disbursement_targets", office => office.DisbursementTargets)
            .Id("id", row => row.Id)
            .Int("fiscal_year", row => row.FiscalYear)
            .Text("quarter", row => $"Q{row.Quarter + 1}")
            .Text("expense_class", row => row.ExpenseClass)
            .Number("cumulative_percent", row => row.Percent)
            .Text("source", _ => CountryBuilder.TargetsSource)
            .Moment("recorded_at", row => row.RecordedAt)
            .Text("recorded_by", _ => "system"),
        new CopyTable<IndicatorRow>("indicators", office => office.Indicators)
            .Id("id", row => row.Id)
            .Id("strategy_id", row => row.StrategyId)
            .Int("number", row => row.Number)
            .Text("name", row => row.Definition.Kind.Name)
            .Text("unit", row => row.Definition.Kind.Unit)
            .Text("level", row => row.Definition.Kind.Level)
            .Text("direction", row => row.Definition.Kind.Direction)
            .Text("own_direction", row => row.Definition.Kind.Direction)
            .Id("definition_id", row => row.Definition.Id)
            .Number("baseline_value", row => row.Baseline)
            .Int("baseline_fiscal_year", row => row.BaselineYear),
        Kept(
            new CopyTable<TargetRow>("indicator_targets", office => office.Targets)
                .Id("id", row => row.Id)
                .Id("indicator_id", row => row.Indicator.Id)
                .Int("fiscal_year", row => row.FiscalYear)
                .Number("target", row => row.Target)
                .Text("direction", row => row.Indicator.Definition.Kind.Direction),
            row => row.Reported
        ),
        Entries("indicator_results", "target_id", office => office.IndicatorResults)
            .Id("indicator_id", row => row.ParentId)
            .Int("fiscal_year", row => row.FiscalYear),
        Entries("kpi_results", "kpi_id", office => office.KpiResults)
            .Id("project_id", row => row.ParentId)
            .Text("result_text", row => row.Measure?.Text),
        new CopyTable<ProgressRow>("progress_report_revisions", office => office.Progress)
            .Id("id", row => row.Id)
            .Id("project_id", row => row.Project.Id)
            .Int("fiscal_year", row => row.Project.Plan.FiscalYear)
            .Text("quarter", row => $"Q{row.Quarter + 1}")
            .Int("revision", row => row.Revision)
            .Number("work_done", row => row.WorkDone)
            .Text("issues", row => row.Issues)
            .Text("corrective_action", row => row.Correction)
            .Money("spent_to_date", row => row.Spent)
            .Day("due_on", row => row.Project.Year.EndOf((FiscalQuarter)row.Quarter))
            .Day("submitted_on", row => ThaiDay.Of(row.SubmittedAt))
            .Moment("submitted_at", row => row.SubmittedAt)
            .Text("submitted_by", row => row.SubmittedBy),
    ];

    /// <summary>Adds the columns of the counting result.</summary>
    public static CopyTable<T> Kept<T>(CopyTable<T> table, Func<T, Reported> reported) =>
        table
            .Number("result", row => reported(row).Measure?.Result)
            .Number("numerator", row => reported(row).Measure?.Numerator)
            .Number("denominator", row => reported(row).Measure?.Denominator)
            .Id("result_id", row => reported(row).ResultId)
            .Int("result_entries", row => reported(row).Entries);

    private static CopyTable<ResultRow> Entries(
        string table,
        string owner,
        Func<OfficeRows, IReadOnlyList<ResultRow>> rows
    ) =>
        new CopyTable<ResultRow>(table, rows)
            .Id("id", row => row.Id)
            .Id(owner, row => row.OwnerId)
            .Int("sequence", row => row.Sequence)
            .Text("kind", row => row.Measure is null ? "WITHDRAWN" : "REPORTED")
            .Number("result", row => row.Measure?.Result)
            .Number("numerator", row => row.Measure?.Numerator)
            .Number("denominator", row => row.Measure?.Denominator)
            .Text("note", row => row.Note)
            .Moment("recorded_at", row => row.RecordedAt)
            .Text("recorded_by", row => row.RecordedBy)
            .Id("previous_id", row => row.PreviousId)
            .Id("counts_id", row => row.CountsId);
}
