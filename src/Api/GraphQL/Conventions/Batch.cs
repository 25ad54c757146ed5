using GraphQL.DataLoader;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Collects the keys that one level of a query asks for and fetches them together, once the level is complete. What was
/// fetched is kept for the rest of the operation.
/// </summary>
/// <param name="fetch">Is told whether the operation reads nothing after this.</param>
internal sealed class Batch<TKey, TValue>(
    Func<IReadOnlyList<TKey>, bool, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> fetch,
    Func<TValue> missing
)
    where TKey : notnull
{
    private readonly Dictionary<TKey, Round> rounds = [];
    private Round? open;

    public Batch(
        Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> fetch,
        Func<TValue> missing
    )
        : this((keys, _, cancellationToken) => fetch(keys, cancellationToken), missing) { }

    /// <summary>How its values are read, where that is known before they are asked for.</summary>
    public BatchRead? Read { get; init; }

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

    /// <summary>Takes what was fetched for some keys before anybody asked.</summary>
    public void Put(IEnumerable<TKey> keys, IReadOnlyDictionary<TKey, TValue> found)
    {
        var round = new Round(this) { Found = found };
        foreach (var key in keys)
            rounds.TryAdd(key, round);
    }

    private sealed class Round(Batch<TKey, TValue> batch)
    {
        private Task? fetching;

        public List<TKey> Keys { get; } = [];

        public IReadOnlyDictionary<TKey, TValue>? Found { get; set; }

        public bool IsAsked => fetching is not null;

        public bool IsComplete => batch.Read?.Below().AreAll == true;

        public Task FetchAsync(bool isLast, CancellationToken cancellationToken) =>
            fetching ??= FetchOnceAsync(isLast, cancellationToken);

        public TValue Of(TKey key) => Found!.TryGetValue(key, out var value) ? value : batch.Missing();

        private async Task FetchOnceAsync(bool isLast, CancellationToken cancellationToken)
        {
            batch.open = null;
            Found = await batch.Fetch(Keys, isLast, cancellationToken);
        }
    }

    private sealed class Result<TResult>(Round round, TKey key, Func<TValue, TResult> select)
        : IDataLoaderResult<TResult>,
            IBatched
    {
        private Round Round => round;

        public bool IsFetched => round.Found is not null;

        public bool IsAsked => round.IsAsked;

        public bool IsComplete => round.IsComplete;

        public object? Value => select(round.Of(key));

        public bool IsWith(IDataLoaderResult other) => other is Result<TResult> one && one.Round == round;

        public Task FetchAsync(bool isLast, CancellationToken cancellationToken) =>
            round.FetchAsync(isLast, cancellationToken);

        public async Task<TResult> GetResultAsync(CancellationToken cancellationToken = default)
        {
            if (!IsFetched)
                await FetchAsync(isLast: false, cancellationToken);
            return select(round.Of(key));
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }

    private Task<IReadOnlyDictionary<TKey, TValue>> Fetch(
        IReadOnlyList<TKey> keys,
        bool isLast,
        CancellationToken cancellationToken
    ) => fetch(keys, isLast, cancellationToken);

    private TValue Missing() => missing();
}

/// <summary>A value of a batch: fetched with all the others, then at hand without waiting for each.</summary>
internal interface IBatched
{
    bool IsFetched { get; }

    /// <summary>Whether it was asked for already; where it is not fetched then, that failed.</summary>
    bool IsAsked { get; }

    /// <summary>Whether what is selected below the value is fetched along with it, all of it.</summary>
    bool IsComplete { get; }

    object? Value { get; }

    /// <summary>Whether another value is fetched together with this.</summary>
    bool IsWith(IDataLoaderResult other);

    /// <param name="isLast">Whether the operation reads nothing after this.</param>
    Task FetchAsync(bool isLast, CancellationToken cancellationToken);
}
