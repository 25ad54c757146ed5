using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Application.Statistics;

public sealed class DatasetModel : Model<Dataset>
{
    public DatasetModel()
        : base("A table of statistics, in SDMX terms: observations at one value of each dimension.")
    {
        SeenBy(With(dataset => dataset.Plan));
        Lists("Datasets");
        Order(dataset => dataset.FiscalYear, dataset => dataset.Position);
        Root("datasets", "Statistics of all offices.");
        Key(dataset => dataset.Id);
        RootById("dataset", "The table of statistics with this id, or null.");
        One<Office>("office", dataset => dataset.OfficeId, "Whose statistics they are.");
        One<DevelopmentPlan>("plan", dataset => dataset.PlanId, "The plan it is printed in.");
        Field(dataset => dataset.FiscalYear, "The fiscal year of that plan (Buddhist era).");
        Field(dataset => dataset.Code, "Names it within its plan: \"table-3\", \"needs-survey\".");
        Field(dataset => dataset.Title, "As printed.");
        Field(dataset => dataset.AsOf, "The day the data speak of, where one is printed.");
        Field(dataset => dataset.Dimensions, "Their names, in Thai, in order.");
        Field(
            dataset => dataset.PersonalData,
            "Whether its cells count persons who could be recognised in small numbers."
        );
        Field(
            dataset => dataset.WithheldCells,
            "How many cells are left out for callers who may not read the office's personal data: those of one to four persons, and then "
                + "the printed sums too."
        );
        Source();
        Many<Observation>(
                "observations",
                observation => observation.DatasetId,
                observation => observation.Position,
                "Every printed cell that may be read, in the order of the table."
            )
            .Filtered();
        GroupByOffice(dataset => dataset.Office);
        GroupBy("FISCAL_YEAR", dataset => dataset.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<DevelopmentPlan>("PLAN", dataset => dataset.PlanId, dataset => dataset.Plan.Title, "The plan.");
        GroupBy("CODE", dataset => dataset.Code, "What names it within its plan.");
        GroupBy("PERSONAL_DATA", dataset => dataset.PersonalData, "Whether its cells count persons.");
    }
}
