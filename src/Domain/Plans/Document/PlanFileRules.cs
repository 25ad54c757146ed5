using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>
/// The requirements on a plan file beyond its schema: unique identifying numbers, valid references, exact money.
/// Contradictions (sums, spellings, periods outside the year) are not errors.
/// </summary>
public static class PlanFileRules
{
    public const int MoneyDecimals = 2;
    public const int MeasureDecimals = 4;

    /// <summary>
    /// The errors, at most <see cref="PlanFileRefused.MostCounted"/>, in the order of the file; empty if the file can be
    /// imported.
    /// </summary>
    public static IReadOnlyList<PlanFault> Check(PlanFile file, CancellationToken cancellation = default)
    {
        var faults = new FaultList(cancellation);
        CheckOffice(faults.In("office"), file.Office);
        CheckStrategicPlan(faults.In("strategicPlan"), file.StrategicPlan);
        CheckDevelopmentPlan(faults.In("developmentPlan"), file);
        CheckStatistics(faults, file);
        if (file.Reading is { } reading)
            CheckReading(faults.In("reading"), reading);
        return faults.Found;
    }

    private static void CheckReading(FaultList faults, PlanReading reading)
    {
        foreach (var (passage, at) in faults.Each("unread", reading.Unread))
        {
            if (passage.Lines > (long)passage.LastLine - passage.FirstLine + 1)
                at.In("lines")
                    .Add("are more than from firstLine to lastLine.", "มากกว่าจำนวนบรรทัดจาก firstLine ถึง lastLine");
        }

        if (reading.Unread.Sum(passage => (long)passage.Lines) > reading.Lines)
            faults.In("lines").Add("are fewer than the unread lines.", "น้อยกว่าจำนวนบรรทัดที่ไม่ได้อ่าน");
    }

    internal static readonly LocalText UnitOfOffice = new("org unit of the office", "กลุ่ม/หน่วยของสำนักงาน");

    private static void CheckOffice(FaultList faults, OfficeDocument office)
    {
        var letter = office.Kind == OfficeKind.Primary ? 'P' : 'S';
        if (office.Code.Length > 6 && office.Code[6] != letter)
            faults
                .In("code")
                .Add(
                    $"an office of kind {EnumText.Of(office.Kind)} has a code with '{letter}' after the province.",
                    $"รหัสของสำนักงานประเภท {EnumText.Of(office.Kind)} ต้องมีอักษร {letter} ต่อจากรหัสจังหวัด"
                );
        faults.Unique("districts", office.Districts, name => name);
        faults.Unique("orgUnits", office.OrgUnits, unit => unit.Number, "number");
        faults.Unique("staff", office.Staff, member => member.Name, "name");
        var units = office.OrgUnits.Select(unit => unit.Number).ToHashSet();
        foreach (var (member, at) in faults.Each("staff", office.Staff))
            at.Known("orgUnit", member.OrgUnit, units, UnitOfOffice);
    }

    private static void CheckStrategicPlan(FaultList faults, StrategicPlanDocument plan)
    {
        if (plan.LastFiscalYear < plan.FirstFiscalYear)
            faults
                .In("lastFiscalYear")
                .Add(
                    $"is before firstFiscalYear {plan.FirstFiscalYear}.",
                    $"อยู่ก่อนปีแรกของแผน (firstFiscalYear) คือ {plan.FirstFiscalYear}"
                );
        faults.Unique("strategies", plan.Strategies, strategy => strategy.Number, "number");
        foreach (var (strategy, at) in faults.Each("strategies", plan.Strategies))
        {
            at.Unique("indicators", strategy.Indicators, indicator => indicator.Number, "number");
            foreach (var (indicator, atIndicator) in at.Each("indicators", strategy.Indicators))
            {
                atIndicator.In("baseline").Decimals("value", indicator.Baseline?.Value, MeasureDecimals);
                atIndicator.Unique("targets", indicator.Targets, target => target.FiscalYear, "fiscalYear");
                foreach (var (target, atTarget) in atIndicator.Each("targets", indicator.Targets))
                    atTarget.Decimals("target", target.Target, MeasureDecimals);
            }
        }
    }

    private static void CheckDevelopmentPlan(FaultList faults, PlanFile file)
    {
        var plan = file.DevelopmentPlan;
        foreach (var (step, at) in faults.Each("calendar", plan.Calendar))
            at.Unique("months", step.Months, month => month);
        faults.Unique("projects", plan.Projects, project => project.Number, "number");
        var strategies = file.StrategicPlan.Strategies.Select(strategy => strategy.Number).ToHashSet();
        var units = file.Office.OrgUnits.Select(unit => unit.Number).ToHashSet();
        foreach (var (project, at) in faults.Each("projects", plan.Projects))
            ProjectRules.Check(at, project, strategies, units);
    }

    private static void CheckStatistics(FaultList faults, PlanFile file)
    {
        faults.Unique("needsSurveys", file.NeedsSurveys, survey => survey.SurveyedOn, "surveyedOn");
        foreach (var (survey, at) in faults.Each("needsSurveys", file.NeedsSurveys))
        foreach (var (topic, atTopic) in at.Each("topics", survey.Topics))
            atTopic.Decimals("percentage", topic.Percentage, MeasureDecimals);

        faults.Unique("datasets", file.Datasets, dataset => dataset.Code, "code");
        foreach (var (dataset, at) in faults.Each("datasets", file.Datasets))
        {
            at.Unique("dimensions", dataset.Dimensions, dimension => dimension);
            at.Unique("observations", dataset.Observations, observation => string.Join('\n', observation.At), "at");
            foreach (var (observation, atObservation) in at.Each("observations", dataset.Observations))
            {
                if (observation.At.Count != dataset.Dimensions.Count)
                {
                    atObservation
                        .In("at")
                        .Add(
                            $"has {observation.At.Count} values, but the dataset has {dataset.Dimensions.Count} dimensions.",
                            $"มี {observation.At.Count} ค่า แต่ตารางข้อมูลมี {dataset.Dimensions.Count} มิติ"
                        );
                }

                atObservation.Decimals("value", observation.Value, MeasureDecimals);
            }
        }
    }
}
