using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>A statement of a compiled operation: text, parameters and result columns.</summary>
/// <param name="Number">The index among the operation's statements. Statements of parents have smaller numbers.</param>
/// <param name="Ids">The source of the parents' ids; null if the statement needs none.</param>
/// <param name="HasParent">Whether the first column is the parent's id.</param>
/// <param name="IsPlannedForValues">Whether PostgreSQL plans it for the values of each request, because the number of
/// matching rows varies widely with them: words that are searched for, and lists of ids or codes.</param>
/// <param name="Uses">Fields with access rules that it filters, sorts or groups by.</param>
/// <param name="Checks">Checks of a request's values that binding the parameters does not cover. They throw if the
/// request is refused.</param>
internal sealed record Statement(
    int Number,
    int Level,
    string Sql,
    IReadOnlyList<StatementParameter> Parameters,
    IReadOnlyList<ColumnKind> Columns,
    IdSource? Ids,
    bool HasParent,
    bool IsPlannedForValues,
    IReadOnlyList<FieldUse> Uses,
    IReadOnlyList<Action<ReadRequest>> Checks
);

/// <summary>The source of the ids that a statement takes.</summary>
/// <param name="Statement">The number of the statement that finds them; -1 if they are handed in.</param>
/// <param name="Column">The column of that statement; for ids that are handed in, their slot.</param>
/// <param name="TypeColumn">The column with the type of each id, if only ids of one type are used; otherwise
/// -1.</param>
internal sealed record IdSource(int Statement, int Column, int TypeColumn = -1, string Type = "");

/// <summary>The use of a field in a way that reveals its values without selecting it.</summary>
/// <param name="What">The field: "StaffMember.position".</param>
internal sealed record FieldUse(string What, AccessRule Rule);
