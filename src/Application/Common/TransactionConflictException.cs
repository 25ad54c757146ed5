namespace TeacherDevPlan.Application.Common;

/// <summary>The transaction was rolled back because of a conflict with another one, and can be run again.</summary>
public sealed class TransactionConflictException() : Exception("The transaction conflicts with another one.");
