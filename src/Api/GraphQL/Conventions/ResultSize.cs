using TeacherDevPlan.Api.Limits;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Counts the list items of one operation's answer. Lists nested in lists multiply: a short query can ask for more than any
/// machine holds, so an operation ends where it goes beyond the limit.
/// </summary>
internal sealed class ResultSize(GraphQLLimits limits)
{
    private CancellationTokenSource? operation;
    private int items;

    public int Limit => limits.MaxListItems;

    public bool Exceeded { get; private set; }

    /// <summary>Names the operation that is to end.</summary>
    public void Watch(CancellationTokenSource source) => operation = source;

    public IReadOnlyList<T> Counted<T>(IReadOnlyList<T> list)
    {
        Add(list.Count);
        return list;
    }

    public void Add(int count)
    {
        items += count;
        if (items <= Limit)
            return;
        Exceeded = true;
        operation?.Cancel();
        throw new OperationCanceledException(operation?.Token ?? default);
    }
}
