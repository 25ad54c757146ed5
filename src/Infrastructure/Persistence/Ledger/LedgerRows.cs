using Npgsql;
using NpgsqlTypes;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using static TeacherDevPlan.Infrastructure.Persistence.Sql;

namespace TeacherDevPlan.Infrastructure.Persistence.Ledger;

/// <summary>The statement that writes entries to the ledger.</summary>
internal static class LedgerRows
{
    private static readonly EntryColumn[] EntryColumns =
    [
        new EntryColumn<Guid>("id", NpgsqlDbType.Uuid, entry => entry.Id),
        new EntryColumn<Guid>("activity_id", NpgsqlDbType.Uuid, entry => entry.ActivityId),
        new EntryColumn<Guid>("project_id", NpgsqlDbType.Uuid, entry => entry.ProjectId),
        new EntryColumn<int>("fiscal_year", NpgsqlDbType.Integer, entry => entry.FiscalYear),
        new EntryColumn<int>("sequence", NpgsqlDbType.Integer, entry => entry.Sequence),
        new EntryColumn<string>("kind", NpgsqlDbType.Text, entry => EnumText.Of(entry.Kind)),
        new EntryColumn<decimal>("amount", NpgsqlDbType.Numeric, entry => entry.Amount),
        new EntryColumn<string?>("quarter", NpgsqlDbType.Text, entry => TextOf(entry.Quarter)),
        new EntryColumn<DateOnly?>("paid_on", NpgsqlDbType.Date, entry => entry.PaidOn),
        new EntryColumn<string?>("funding_source", NpgsqlDbType.Text, entry => TextOf(entry.FundingSource)),
        new EntryColumn<DateOnly?>("expires_on", NpgsqlDbType.Date, entry => entry.ExpiresOn),
        new EntryColumn<Guid?>("commitment_id", NpgsqlDbType.Uuid, entry => entry.CommitmentId),
        new EntryColumn<Guid?>("reverses_id", NpgsqlDbType.Uuid, entry => entry.ReversesId),
        new EntryColumn<Guid?>("transfer_id", NpgsqlDbType.Uuid, entry => entry.TransferId),
        new EntryColumn<Guid?>("counterpart_id", NpgsqlDbType.Uuid, entry => entry.CounterpartId),
        new EntryColumn<bool>("approved", NpgsqlDbType.Boolean, entry => entry.Approved),
        new EntryColumn<string?>("reference", NpgsqlDbType.Text, entry => entry.Reference),
        new EntryColumn<string?>("reason", NpgsqlDbType.Text, entry => entry.Reason),
        new EntryColumn<DateTimeOffset>("recorded_at", NpgsqlDbType.TimestampTz, entry => entry.RecordedAt),
        new EntryColumn<string>("recorded_by", NpgsqlDbType.Text, entry => entry.RecordedBy),
        .. LedgerSql.Columns.Select(
            (column, place) =>
                new EntryColumn<decimal>(column, NpgsqlDbType.Numeric, entry => Figure(entry.Balance, place))
        ),
    ];

    private static readonly string InsertEntry =
        $"{InsertInto} VALUES ({string.Join(", ", EntryColumns.Select((_, place) => $"${place + 1}"))})";

    private static readonly string InsertEntries =
        $"{InsertInto} SELECT * FROM unnest({string.Join(", ", EntryColumns.Select((_, place) => $"${place + 1}"))})";

    private static string InsertInto =>
        $"INSERT INTO ledger_entries ({string.Join(", ", EntryColumns.Select(column => column.Name))})";

    /// <summary>Inserts entries with one statement, so that the database checks and sums them together.</summary>
    public static NpgsqlBatchCommand Insert(IReadOnlyList<LedgerEntry> entries) =>
        entries.Count == 1
            ? Statement(InsertEntry, [.. EntryColumns.Select(column => column.Of(entries[0]))])
            : Statement(InsertEntries, [.. EntryColumns.Select(column => column.Of(entries))]);

    private static string? TextOf<T>(T? value)
        where T : struct, Enum => value is { } one ? EnumText.Of(one) : null;

    /// <summary>The figure of a balance for an index of <see cref="LedgerSql.Columns"/>.</summary>
    private static decimal Figure(Balance balance, int place) =>
        (place / 4) switch
        {
            0 => Quarter(balance.Planned, place % 4),
            1 => Quarter(balance.TransferredIn, place % 4),
            2 => Quarter(balance.TransferredOut, place % 4),
            3 => Quarter(balance.Disbursed, place % 4),
            _ => balance.Committed,
        };

    private static decimal Quarter(QuarterAmounts amounts, int place) =>
        place switch
        {
            0 => amounts.Q1,
            1 => amounts.Q2,
            2 => amounts.Q3,
            _ => amounts.Q4,
        };

    /// <summary>A column of the ledger, with its values for one entry or many as a parameter.</summary>
    private abstract record EntryColumn(string Name)
    {
        public abstract NpgsqlParameter Of(LedgerEntry entry);

        public abstract NpgsqlParameter Of(IReadOnlyList<LedgerEntry> entries);
    }

    private sealed record EntryColumn<T>(string Name, NpgsqlDbType Type, Func<LedgerEntry, T> Value) : EntryColumn(Name)
    {
        public override NpgsqlParameter Of(LedgerEntry entry) =>
            default(T) is null
                ? OrNull(Value(entry), Type)
                : new NpgsqlParameter<T> { TypedValue = Value(entry), NpgsqlDbType = Type };

        public override NpgsqlParameter Of(IReadOnlyList<LedgerEntry> entries) =>
            new NpgsqlParameter<T[]>
            {
                TypedValue = [.. entries.Select(Value)],
                NpgsqlDbType = NpgsqlDbType.Array | Type,
            };
    }
}
