using GraphQL.DataLoader;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Collects the keys that one level of a query asks for and fetches them together, once the level is complete. What was
/// fetched is kept for the rest of the operation.
/// </summary>
internal sealed class Batch<TKey, TValue>(
    Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> fetch,
    Func<TValue> missing
)
    where TKey : notnull
{
    private readonly Dictionary<TKey, Round> rounds = [];
    private Round? open;

    public IDataLoaderResult<TResult> Load<TResult>(TKey key, Func<TValue, TResult> select)
    {
        if (!rounds.TryGetValue(key, out var round))
        {
            round = open ??= new Round(this);
            round.Keys.Add(key);
            rounds.Add(key, round);
        }

        return new Result<TResult>(round, key, select);
    }

    public IDataLoaderResult<TValue> Load(TKey key) => Load(key, value => value);

    private sealed class Round(Batch<TKey, TValue> batch)
    {
        private Task<IReadOnlyDictionary<TKey, TValue>>? fetching;

        public List<TKey> Keys { get; } = [];

        public async Task<TValue> GetAsync(TKey key, CancellationToken cancellationToken)
        {
            if (fetching is null)
            {
                batch.open = null;
                fetching = batch.Fetch(Keys, cancellationToken);
            }

            return (await fetching).TryGetValue(key, out var value) ? value : batch.Missing();
        }
    }

    private sealed class Result<TResult>(Round round, TKey key, Func<TValue, TResult> select)
        : IDataLoaderResult<TResult>
    {
        public async Task<TResult> GetResultAsync(CancellationToken cancellationToken = default) =>
            select(await round.GetAsync(key, cancellationToken));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }

    private Task<IReadOnlyDictionary<TKey, TValue>> Fetch(
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken
    ) => fetch(keys, cancellationToken);

    private TValue Missing() => missing();
}
