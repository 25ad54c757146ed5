using NpgsqlTypes;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>Collects the parameters of a statement and assigns aliases to its rows while the text is built.</summary>
internal sealed class SqlWriter
{
    private readonly List<StatementParameter> parameters = [];
    private int rows;
    private string? offices;
    private string? caller;
    private string? today;

    public IReadOnlyList<StatementParameter> Parameters => parameters;

    /// <summary>Whether the number of matching rows depends so much on the values that each request needs its own plan.</summary>
    public bool IsPlannedForValues { get; set; }

    /// <summary>The first field in a condition that is slow over all rows; null if there is none.</summary>
    public string? SlowField { get; set; }

    /// <summary>A new alias for a row.</summary>
    public string NextRow() => $"r{rows++}";

    /// <summary>Adds a parameter and returns its placeholder: "$2".</summary>
    public string Value(NpgsqlDbType type, Func<ReadRequest, object?> bind)
    {
        parameters.Add(new StatementParameter(type, bind));
        return $"${parameters.Count}";
    }

    /// <summary>The placeholder of the parents' ids. A statement has at most one.</summary>
    public string Parents()
    {
        parameters.Add(StatementParameter.Parents);
        return $"${parameters.Count}";
    }

    /// <summary>The placeholder of the codes of the caller's offices.</summary>
    public string Offices() => Shared(ref offices, NpgsqlDbType.Array | NpgsqlDbType.Text, request => request.Offices);

    /// <summary>The placeholder of the caller's name.</summary>
    public string Caller() => Shared(ref caller, NpgsqlDbType.Text, request => request.Caller);

    /// <summary>The placeholder of today's date in Thailand.</summary>
    public string Today() => Shared(ref today, NpgsqlDbType.Date, request => request.Today);

    private string Shared(ref string? place, NpgsqlDbType type, Func<ReadRequest, object?> bind) =>
        place ??= Value(type, bind);
}

/// <summary>A parameter of a statement.</summary>
internal sealed record StatementParameter(NpgsqlDbType Type, Func<ReadRequest, object?> Bind)
{
    /// <summary>The parents' ids, which are bound from other statements or handed in.</summary>
    public static readonly StatementParameter Parents = new(
        NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        _ => throw new InvalidOperationException("The ids of parents are bound by the session.")
    );
}
