using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Statistics;

public sealed class DatasetModel : Model<Dataset>
{
    public DatasetModel()
        : base("A table of statistics in SDMX terms: observations, each at one value of every dimension.")
    {
        SeenBy(With(dataset => dataset.Plan));
        Lists("Datasets");
        Order(dataset => dataset.FiscalYear, dataset => dataset.Position);
        Root("datasets", "Statistics of all offices.");
        Key(dataset => dataset.Id);
        RootById("dataset", "The table of statistics with this id, or null.");
        One<Office>("office", dataset => dataset.OfficeId, "The office that the statistics belong to.");
        One<DevelopmentPlan>("plan", dataset => dataset.PlanId, "The plan that contains the table.");
        Field(dataset => dataset.FiscalYear, "The fiscal year of the plan (Buddhist era).");
        Field(dataset => dataset.Code, "Identifies the table within the plan: \"table-3\", \"needs-survey\".");
        Field(dataset => dataset.Title, "As printed.");
        Field(dataset => dataset.AsOf, "The reference date of the data, if one is printed.");
        Field(dataset => dataset.Dimensions, "The names of the dimensions, in Thai, in order.");
        Field(dataset => dataset.PersonalData, "Whether cells count persons who could be recognised in small numbers.");
        Field(
            dataset => dataset.WithheldCells,
            "Number of cells withheld from callers who may not read the office's personal data: cells of one to four persons and, if there are any, "
                + "the printed sums."
        );
        Source();
        Many<Observation>(
                "observations",
                observation => observation.DatasetId,
                observation => observation.Position,
                "The printed cells that the caller may read, in the order of the table."
            )
            .Filtered();
        GroupByOffice(dataset => dataset.Office);
        GroupBy("FISCAL_YEAR", dataset => dataset.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<DevelopmentPlan>("PLAN", dataset => dataset.PlanId, dataset => dataset.Plan.Title, "The plan.");
        GroupBy("CODE", dataset => dataset.Code, "The code that identifies the table within its plan.");
        GroupBy("PERSONAL_DATA", dataset => dataset.PersonalData, "Whether cells count persons.");
    }
}
