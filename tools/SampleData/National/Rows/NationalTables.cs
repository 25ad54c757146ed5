using NpgsqlTypes;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>The tables of the national data.</summary>
internal static class NationalTables
{
    public static readonly IReadOnlyList<ICopyTable> All =
    [
        new CopyTable<OfficeRow>("offices", office => office.Offices)
            .Id("id", row => row.Id)
            .Text("code", row => row.Area.Code)
            .Text("name", row => row.Area.Name)
            .Text("kind", row => EnumText.Of(row.Area.Kind))
            .Text("province", row => row.Area.Province.Name)
            .Text("province_code", row => row.Area.Province.Code)
            .Flag("published", _ => true),
        new CopyTable<DistrictRow>("districts", office => office.Districts)
            .Id("id", row => row.Id)
            .Id("office_id", row => row.OfficeId)
            .Int("position", row => row.Position)
            .Text("name", row => row.Name),
        Numbered("org_units", "office_id", office => office.OrgUnits),
        new CopyTable<StaffRow>("staff_members", office => office.Staff)
            .Id("id", row => row.Id)
            .Id("office_id", row => row.OfficeId)
            .Id("org_unit_id", row => row.UnitId)
            .Text("name", row => row.Name)
            .Text("position", row => row.Position)
            .Text("academic_standing", row => row.Standing)
            .Id("person_id", row => row.PersonId),
        new CopyTable<StrategicPlanRow>("strategic_plans", office => office.StrategicPlans)
            .Id("id", row => row.Id)
            .Id("office_id", row => row.OfficeId)
            .Int("first_fiscal_year", row => row.FirstYear)
            .Int("last_fiscal_year", row => row.LastYear)
            .Flag("published", _ => true),
        Texts("strategic_plan_texts", "strategic_plan_id", office => office.StrategicPlanTexts),
        Numbered("strategies", "strategic_plan_id", office => office.Strategies),
        Texts("strategy_texts", "strategy_id", office => office.StrategyTexts),
        new CopyTable<GuidelineRow>("guidelines", office => office.Guidelines)
            .Id("id", row => row.Id)
            .Id("strategy_id", row => row.StrategyId)
            .Int("position", row => row.Number - 1)
            .Int("number", row => row.Number)
            .Text("text", row => row.Text)
            .Text("level", row => row.Level),
        new CopyTable<PlanRow>("development_plans", office => office.Plans)
            .Id("id", row => row.Id)
            .Id("office_id", row => row.OfficeId)
            .Int("fiscal_year", row => row.FiscalYear)
            .Text("title", row => row.Title)
            .Day("starts_on", row => new FiscalYear(row.FiscalYear).StartsOn)
            .Day("ends_on", row => new FiscalYear(row.FiscalYear).EndsOn)
            .Flag("published", _ => true)
            .Id("strategic_plan_id", row => row.StrategicPlanId)
            .List("listed_staff", NpgsqlDbType.Uuid, row => row.ListedStaff)
            .List("stated_units", NpgsqlDbType.Uuid, row => row.StatedUnits)
            .List("stated_strategies", NpgsqlDbType.Uuid, row => row.StatedStrategies),
        Texts("development_plan_texts", "development_plan_id", office => office.PlanTexts),
        new CopyTable<CalendarRow>("calendar_steps", office => office.Calendar)
            .Id("id", row => row.Id)
            .Id("development_plan_id", row => row.PlanId)
            .Int("position", row => row.Number - 1)
            .Int("number", row => row.Number)
            .Text("name", row => row.Name)
            .List("months", NpgsqlDbType.Date, row => row.Months),
        .. ProjectTables.All,
        .. ResultTables.All,
    ];

    /// <summary>The tables that are filled with these options.</summary>
    public static IReadOnlyList<ICopyTable> Of(NationalOptions options) =>
        [.. All, .. options.People == 0 ? [] : PeopleTables.All, .. options.Enrollments == 0 ? [] : EventTables.All];

    private static CopyTable<NumberedRow> Numbered(
        string table,
        string owner,
        Func<OfficeRows, IReadOnlyList<NumberedRow>> rows
    ) =>
        new CopyTable<NumberedRow>(table, rows)
            .Id("id", row => row.Id)
            .Id(owner, row => row.OwnerId)
            .Int("number", row => row.Number)
            .Text("name", row => row.Name)
            .Flag("published", _ => true);

    internal static CopyTable<TextRow> Texts(
        string table,
        string owner,
        Func<OfficeRows, IReadOnlyList<TextRow>> rows
    ) =>
        new CopyTable<TextRow>(table, rows)
            .Id("id", row => row.Id)
            .Id(owner, row => row.OwnerId)
            .Int("position", row => row.Position)
            .Text("number", row => row.Number)
            .Text("text", row => row.Text)
            .Text("kind", row => row.Kind);
}
