using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Figures;

/// <summary>
/// Everybody sees all of it, and may filter, group and add it up: whatever is computed from cells that can be shown tells
/// nothing of those that are withheld.
/// </summary>
public sealed class PeopleFigureModel : Model<PeopleFigure>
{
    public PeopleFigureModel()
        : base(
            "How many persons with a main appointment in an office were of a kind on the last day of a quarter. Settled once after the "
                + "quarter. Small numbers are withheld, with others from which they could be computed; so sums leave them out."
        )
    {
        SeenBy(With(figure => figure.Office));
        Lists("PeopleFigures");
        Order(figure => figure.FiscalYear, figure => figure.Quarter, figure => figure.Subject, figure => figure.Kind);
        Root("peopleFigures", "Figures about people, by quarter.");
        Key(figure => figure.Id);
        One<Domain.Offices.Office>("office", figure => figure.OfficeId, "The office.");
        Field(figure => figure.FiscalYear, "The fiscal year of the quarter (Buddhist era).");
        Field(figure => figure.Quarter, "The quarter.");
        Field(figure => figure.Subject, "What people are divided by.");
        Field(
            figure => figure.Kind,
            "The code of the kind: of a staff category, of an academic standing, of a topic, of a form, of a school, `APPROVED`, `NONE`, "
                + "or `ALL`."
        );
        Field(figure => figure.KindName, "The name of the kind, in Thai.");
        Field(figure => figure.People, "The number of persons; null if it is withheld.");
        Field(
            figure => figure.Reached,
            "How many of them completed an event in the fiscal year up to the end of the quarter, as the subject says; null if it is "
                + "withheld, or if the subject has no such number."
        );
        GroupByOffice(figure => figure.Office);
        GroupBy("FISCAL_YEAR", figure => figure.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy("QUARTER", figure => figure.Quarter, "The quarter.");
        GroupBy("SUBJECT", figure => figure.Subject, "What people are divided by.");
        GroupBy("KIND", figure => figure.Kind, "The kind.");
    }
}
