namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>All declarations, by row type.</summary>
public sealed class QueryModels
{
    private readonly Dictionary<Type, QueryModel> byType;

    public QueryModels(IEnumerable<QueryModel> models) => byType = models.ToDictionary(model => model.ElementType);

    public IEnumerable<QueryModel> All => byType.Values;

    public QueryModel<T> For<T>()
        where T : class => (QueryModel<T>)byType[typeof(T)];
}
