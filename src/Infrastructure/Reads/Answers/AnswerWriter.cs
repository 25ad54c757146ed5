using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>
/// The state of writing a response: the JSON, the rows that the statements found, and the current path.
/// </summary>
public sealed class AnswerWriter(JsonBuffer json, AccessControl access, bool prefersThai, int maxItems)
{
    /// <summary>The maximum number of errors in a response.</summary>
    private const int MostFailures = 100;

    private readonly Stack<object> path = new();
    private readonly Dictionary<string, AccessRefusedException?> refusals = [];
    private readonly List<FieldFailure> failures = [];
    private int unlisted;
    private int items;

    public JsonBuffer Json => json;

    public AccessControl Access => access;

    /// <summary>Whether texts in two languages are written in Thai.</summary>
    public bool PrefersThai => prefersThai;

    /// <summary>The number of errors so far.</summary>
    public int FailureCount => failures.Count + unlisted;

    /// <summary>The errors of fields.</summary>
    public FieldFailures Failures => new(failures, unlisted);

    /// <summary>The results, by statement number.</summary>
    internal Found[] Found { get; set; } = [];

    /// <summary>The failures, by statement number; null for a statement that succeeded.</summary>
    internal Exception?[] StatementFailures { get; set; } = [];

    public void Enter(object step) => path.Push(step);

    public void Leave() => path.Pop();

    /// <summary>The length of the current path.</summary>
    public int Depth => path.Count;

    /// <summary>Shortens the current path to a length.</summary>
    public void Leave(int depth)
    {
        while (path.Count > depth)
            path.Pop();
    }

    /// <summary>Counts a list item of the response. Throws if there are too many.</summary>
    public void CountItem()
    {
        if (++items > maxItems)
            throw new AnswerTooLargeException($"{maxItems} list items");
    }

    /// <summary>Records the error of a field of the current object.</summary>
    /// <returns>False: the value of the field is null.</returns>
    public bool Fail(FieldShape field, Exception exception) =>
        Add(() => new FieldFailure([.. path.Reverse(), field.Key], field.Position, exception));

    /// <summary>Records that the caller may not read a field, both as an error and for the audit trail.</summary>
    /// <param name="what">The field: "StaffMember.position".</param>
    /// <returns>False: the value of the field is null.</returns>
    public bool Refuse(FieldShape field, string what, AccessRule rule)
    {
        if (!refusals.TryGetValue(what, out var refusal))
            refusals.Add(what, refusal = RefusalOf(what, rule));
        return refusal is not null && Fail(field, refusal);
    }

    /// <summary>Records an error at the current path.</summary>
    /// <returns>False: the value is null.</returns>
    public bool FailHere(FieldShape field, Exception exception) =>
        Add(() => new FieldFailure([.. path.Reverse()], field.Position, exception));

    private AccessRefusedException? RefusalOf(string what, AccessRule rule)
    {
        try
        {
            access.Demand(what, rule);
            return null;
        }
        catch (AccessRefusedException refusal)
        {
            return refusal;
        }
    }

    private bool Add(Func<FieldFailure> failure)
    {
        if (failures.Count < MostFailures)
            failures.Add(failure());
        else
            unlisted++;
        return false;
    }
}

/// <summary>The response would have more list items or bytes than allowed.</summary>
/// <param name="most">What is allowed: "100 list items".</param>
public sealed class AnswerTooLargeException(string most) : Exception(most);

/// <summary>The errors of the fields of a response.</summary>
/// <param name="Listed">The first errors.</param>
/// <param name="Unlisted">The number of further errors.</param>
public sealed record FieldFailures(IReadOnlyList<FieldFailure> Listed, int Unlisted);

/// <summary>The error of a field.</summary>
/// <param name="Path">The path from the root: names in the response and list indexes.</param>
/// <param name="Position">The offset of the field in the document, in characters from 0.</param>
public sealed record FieldFailure(IReadOnlyList<object> Path, int Position, Exception Exception);
