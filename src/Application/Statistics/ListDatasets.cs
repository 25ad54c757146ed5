using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Application.Statistics;

/// <summary>Tables of statistics, by fiscal year and in the order of their plan.</summary>
public sealed record ListDatasets(ListArguments Arguments) : ListQuery<Dataset>(Arguments);

public sealed class ListDatasetsHandler(ListPlanner planner) : ListQueryHandler<ListDatasets, Dataset>(planner);

public sealed class DatasetModel : QueryModel<Dataset>
{
    public DatasetModel()
        : base("Dataset")
    {
        DefaultOrder = [dataset => dataset.FiscalYear, dataset => dataset.Position];
        Id(dataset => dataset.Id);
        Related("office", dataset => dataset.Office);
        Related("plan", dataset => dataset.Plan);
        Value("fiscalYear", dataset => dataset.FiscalYear);
        Value("code", dataset => dataset.Code);
        Value("title", dataset => dataset.Title);
        Value("asOf", dataset => dataset.AsOf);
        Value("personalData", dataset => dataset.PersonalData);
        Value("withheldCells", dataset => dataset.WithheldCells);
        ValueList("dimensions", dataset => dataset.Dimensions);
        List("observations", dataset => dataset.Observations);
    }
}
