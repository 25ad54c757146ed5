using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Statistics;

/// <summary>Shared by the rules about needs surveys.</summary>
internal static class Surveys
{
    /// <summary>The dataset with a survey's topics, by the code that the document reader gives it.</summary>
    public const string Topics = "needs-survey";

    /// <summary>
    /// The dataset with the breakdown of a survey's respondents, by the code that the document reader gives it.
    /// </summary>
    public const string Breakdown = "needs-survey-respondents";

    public static string Key(NeedsSurveyDocument survey) => $"survey {survey.SurveyedOn:yyyy-MM-dd}";

    public static LocalText Location(NeedsSurveyDocument survey) =>
        new($"needs survey of {survey.SurveyedOn:yyyy-MM-dd}", "แบบสำรวจความต้องการพัฒนา");

    public static LocalText Location(NeedsSurveyDocument survey, SurveyTopicDocument topic) =>
        Location(survey).And(Labels.Named(new($"topic {topic.Number}", $"เรื่องที่ {topic.Number}"), topic.Name));

    /// <summary>
    /// The printed total of the breakdown; null if there is none, or if it is not clear which survey it belongs to.
    /// </summary>
    public static ObservationDocument? PrintedTotal(PlanFile plan) =>
        plan.NeedsSurveys.Count == 1
            ? BreakdownOf(plan)
                ?.Observations.LastOrDefault(cell => cell.Value is not null && cell.At.Any(LabelAxis.IsTotal))
            : null;

    public static DatasetDocument? BreakdownOf(PlanFile plan) =>
        plan.Datasets.FirstOrDefault(dataset => dataset.Code == Breakdown);

    public static decimal PercentageOf(int demand, decimal respondents) =>
        decimal.Round(demand * 100m / respondents, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// The base of the percentages: the survey's respondents, or the total of the breakdown if more percentages are
    /// correct with it.
    /// </summary>
    public static decimal BaseOf(PlanFile plan, NeedsSurveyDocument survey)
    {
        int Right(decimal respondents) =>
            survey.Topics.Count(topic => PercentageOf(topic.Demand, respondents) == topic.Percentage);
        return
            PrintedTotal(plan)?.Value is { } total
            && total > 0
            && (survey.Respondents == 0 || Right(total) > Right(survey.Respondents))
            ? total
            : survey.Respondents;
    }
}
