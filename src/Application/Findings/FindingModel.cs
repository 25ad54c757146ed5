using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Findings;

public sealed class FindingModel : Model<Finding>
{
    private const string InLanguage =
        ", in Thai if Accept-Language prefers it, otherwise in English. Filters and orders use the English text.";

    public FindingModel()
        : base("A contradiction within a plan. Values stay as stated until an officer resolves it.")
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
        Root("findings", "Findings of all plans.");
        Key(finding => finding.Id);
        RootById("finding", "The finding with this id, or null.");
        What();
        Status();
        GroupByOffice(finding => finding.Plan.Office);
        GroupBy("FISCAL_YEAR", finding => finding.Plan.FiscalYear, "The fiscal year of the plan (Buddhist era).");
        GroupBy<DevelopmentPlan>("PLAN", finding => finding.PlanId, finding => finding.Plan.Title, "The plan.");
        GroupBy("RULE", finding => finding.Rule, "The rule.");
        GroupBy("SEVERITY", finding => finding.Severity, "The severity.");
        GroupBy("STATUS", finding => finding.Status, "The status.");
    }

    private void What()
    {
        Field(finding => finding.Rule, "SCREAMING_SNAKE, documented: \"ACTIVITY_ROW_SUM\".");
        Field(finding => finding.Severity, "The severity.");
        Text("message", finding => finding.MessageEn, finding => finding.MessageTh, "Message for people" + InLanguage);
        One<DevelopmentPlan>("plan", finding => finding.PlanId, "The plan that contains the contradiction.");
        Node(
            "subject",
            finding => finding.SubjectType,
            finding => finding.SubjectId,
            "The object that the finding is about; null if it is about the plan's text."
        );
        Field(
            finding => finding.Place,
            "Path that identifies the finding together with its rule, from one import to the next: \"project 4/activity 2.1/q3\"."
        );
        Text(
            "location",
            finding => finding.LocationEn,
            finding => finding.LocationTh,
            "Place in the document or the plan" + InLanguage
        );
        Field(finding => finding.StatedValue, "The stated value.").PersonalWhere((Finding finding) => finding.Withheld);
        Field(finding => finding.ComputedValue, "The computed value.");
        Group(
                "source",
                SourceGroup.Type,
                "Where the stated value is printed, if known.",
                finding => finding.Source!.Line,
                SourceGroup.Fields<Finding>(
                    finding => finding.Source!.Line,
                    finding => finding.Source!.Table,
                    finding => finding.Source!.Row,
                    finding => finding.Source!.Column,
                    finding => finding.Source!.RawText,
                    finding => finding.Source!.Page,
                    finding => finding.Source!.Paragraph,
                    finding => finding.Source!.Sheet,
                    finding => finding.Source!.Cell
                )
            )
            .NotFiltered()
            .NotSorted();
        Field(finding => finding.Source!.Line, "The line of the document, if known; for sorting.");
    }

    private void Status()
    {
        Field(finding => finding.Status, "The status.");
        Field(finding => finding.StatusReason, "Why the finding was accepted or resolved.").SignedIn();
        Field(
            finding => finding.StatusChangedAt,
            "When the status last changed; null if the finding has been open since it was found."
        );
        Field(finding => finding.StatusChangedBy, "Who changed the status.").SignedIn().Personal();
    }
}
