using Npgsql;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// The time of the database, which all instances share: what they record is in one order, and agrees with the audit
/// trail. Between two measurements the time of this machine's steady timer is added, so setting the machine's clock changes
/// nothing.
/// </summary>
/// <param name="machine">The clock of this machine, which is used until the first measurement.</param>
public sealed class DatabaseClock(PlanDatabase database, TimeProvider machine) : TimeProvider
{
    /// <summary>A measurement that took longer says too little.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private Anchor? anchor;

    public override DateTimeOffset GetUtcNow() =>
        Volatile.Read(ref anchor) is { } last ? last.Time + GetElapsedTime(last.Timestamp) : machine.GetUtcNow();

    /// <summary>Asks the database for its time.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var (time, asked, answered) = await database.WithinAsync(ReadAsync, cancellationToken);
        if (anchor is null || GetElapsedTime(asked, answered) < Longest)
            Volatile.Write(ref anchor, new Anchor(time, asked + (answered - asked) / 2));
    }

    private async Task<(DateTimeOffset Time, long Asked, long Answered)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadingAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        var asked = GetTimestamp();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return (rows.GetFieldValue<DateTimeOffset>(0), asked, GetTimestamp());
    }

    /// <param name="Time">The database's time at a moment.</param>
    /// <param name="Timestamp">The same moment by the steady timer.</param>
    private sealed record Anchor(DateTimeOffset Time, long Timestamp);
}
