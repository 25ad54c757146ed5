using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People.Importing;

/// <summary>What is worth knowing of a staff file that was imported all the same.</summary>
/// <param name="Rows">The numbers of the rows; empty for the whole file.</param>
/// <param name="Column">The header of the column; null for whole rows.</param>
public sealed record StaffNotice(IReadOnlyList<int> Rows, string? Column, LocalText Message);
