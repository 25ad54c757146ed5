using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Findings;

public sealed class FindingModel : Model<Finding>
{
    private const string InLanguage =
        ", in Thai where Accept-Language asks for it, else in English. Lists are filtered and sorted by the English text.";

    public FindingModel()
        : base("Something in a plan that does not agree with itself. Values stay as stated until someone resolves it.")
    {
        SeenBy(
            Seen.Both(
                Seen.Either(
                    Seen.Both(When(finding => finding.Plan.Published), WhenNot(finding => finding.Withheld)),
                    OwnOffice(finding => finding.Plan.Office.Code)
                ),
                Seen.Either(Missing(finding => finding.ProjectId), OfProject(finding => finding.ProjectId))
            )
        );
        Lists("Findings");
        Root("findings", "Findings in all plans.");
        Key(finding => finding.Id);
        RootById("finding", "The finding with this id, or null.");
        What();
        Status();
        GroupByOffice(finding => finding.Plan.Office);
        GroupBy("FISCAL_YEAR", finding => finding.Plan.FiscalYear, "The fiscal year of the plan (Buddhist era).");
        GroupBy<DevelopmentPlan>("PLAN", finding => finding.PlanId, finding => finding.Plan.Title, "The plan.");
        GroupBy("RULE", finding => finding.Rule, "The rule.");
        GroupBy("SEVERITY", finding => finding.Severity, "How much it matters.");
        GroupBy("STATUS", finding => finding.Status, "Whether it is still open.");
    }

    private void What()
    {
        Field(finding => finding.Rule, "SCREAMING_SNAKE, documented: \"ACTIVITY_ROW_SUM\".");
        Field(finding => finding.Severity, "How much it matters.");
        Text("message", finding => finding.MessageEn, finding => finding.MessageTh, "For a person" + InLanguage);
        One<DevelopmentPlan>("plan", finding => finding.PlanId, "The plan it is found in.");
        Node(
            "subject",
            finding => finding.SubjectType,
            finding => finding.SubjectId,
            "What it is about; null where it is about the plan's text."
        );
        Field(
            finding => finding.Place,
            "Names the place within its rule, also from one import to the next: \"project 4/activity 2.1/q3\"."
        );
        Text(
            "location",
            finding => finding.LocationEn,
            finding => finding.LocationTh,
            "Where in the document or the plan" + InLanguage
        );
        Field(finding => finding.StatedValue, "What is stated.");
        Field(finding => finding.ComputedValue, "What was computed.");
        Group(
                "source",
                SourceGroup.Type,
                "Where the stated value is printed, where that is known.",
                finding => finding.Source!.Line,
                SourceGroup.Fields<Finding>(
                    finding => finding.Source!.Line,
                    finding => finding.Source!.Table,
                    finding => finding.Source!.Row,
                    finding => finding.Source!.Column,
                    finding => finding.Source!.RawText
                )
            )
            .NotFiltered()
            .NotSorted();
        Field(finding => finding.Source!.Line, "The line of the document, where it is known: to sort by.");
    }

    private void Status()
    {
        Field(finding => finding.Status, "Whether it is still open.");
        Field(finding => finding.StatusReason, "Why it was accepted or resolved.").SignedIn();
        Field(
            finding => finding.StatusChangedAt,
            "Since when its status is what it is; null where it is open since it was found."
        );
        Field(finding => finding.StatusChangedBy, "By whom it was changed.").SignedIn().Personal();
    }
}
