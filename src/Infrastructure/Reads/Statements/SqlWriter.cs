using NpgsqlTypes;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>Collects the parameters of a statement and names its rows while its text is put together.</summary>
internal sealed class SqlWriter
{
    private readonly List<StatementParameter> parameters = [];
    private int rows;
    private string? offices;
    private string? today;

    public IReadOnlyList<StatementParameter> Parameters => parameters;

    /// <summary>Whether a condition looks for words.</summary>
    public bool IsSearch { get; set; }

    /// <summary>The first field of a condition that takes long over all rows; null where there is none.</summary>
    public string? Slow { get; set; }

    /// <summary>A name that no other row of the statement has.</summary>
    public string NextRow() => $"r{rows++}";

    /// <summary>The place of a value that each request brings: "$2".</summary>
    public string Value(NpgsqlDbType type, Func<ReadRequest, object?> bind)
    {
        parameters.Add(new StatementParameter(type, bind));
        return $"${parameters.Count}";
    }

    /// <summary>The place of the ids that rows are read for; one in a statement.</summary>
    public string Parents()
    {
        parameters.Add(StatementParameter.Parents);
        return $"${parameters.Count}";
    }

    /// <summary>The place of the codes of the caller's offices.</summary>
    public string Offices() => Shared(ref offices, NpgsqlDbType.Array | NpgsqlDbType.Text, request => request.Offices);

    /// <summary>The place of today's date in Thailand.</summary>
    public string Today() => Shared(ref today, NpgsqlDbType.Date, request => request.Today);

    private string Shared(ref string? place, NpgsqlDbType type, Func<ReadRequest, object?> bind) =>
        place ??= Value(type, bind);
}

/// <summary>A parameter of a statement.</summary>
internal sealed record StatementParameter(NpgsqlDbType Type, Func<ReadRequest, object?> Bind)
{
    /// <summary>The ids that rows are read for.</summary>
    public static readonly StatementParameter Parents = new(
        NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        _ => throw new InvalidOperationException("Ids of parents are bound by the batch.")
    );
}
