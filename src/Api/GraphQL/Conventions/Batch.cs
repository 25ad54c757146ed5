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
        private Task? fetching;
        private IReadOnlyDictionary<TKey, TValue>? found;

        public List<TKey> Keys { get; } = [];

        public bool IsFetched => found is not null;

        public Task FetchAsync(CancellationToken cancellationToken) => fetching ??= FetchOnceAsync(cancellationToken);

        public TValue Of(TKey key) => found!.TryGetValue(key, out var value) ? value : batch.Missing();

        private async Task FetchOnceAsync(CancellationToken cancellationToken)
        {
            batch.open = null;
            found = await batch.Fetch(Keys, cancellationToken);
        }
    }

    private sealed class Result<TResult>(Round round, TKey key, Func<TValue, TResult> select)
        : IDataLoaderResult<TResult>,
            IBatched
    {
        public bool IsFetched => round.IsFetched;

        public object? Value => select(round.Of(key));

        public Task FetchAsync(CancellationToken cancellationToken) => round.FetchAsync(cancellationToken);

        public async Task<TResult> GetResultAsync(CancellationToken cancellationToken = default)
        {
            await FetchAsync(cancellationToken);
            return select(round.Of(key));
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }

    private Task<IReadOnlyDictionary<TKey, TValue>> Fetch(
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken
    ) => fetch(keys, cancellationToken);

    private TValue Missing() => missing();
}

/// <summary>A value of a batch: fetched with all the others, then at hand without waiting for each.</summary>
internal interface IBatched
{
    bool IsFetched { get; }

    object? Value { get; }

    Task FetchAsync(CancellationToken cancellationToken);
}
