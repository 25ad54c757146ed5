namespace TeacherDevPlan.Application.Common;

/// <summary>Another transaction came first; this one is undone and can be run again.</summary>
public sealed class TransactionConflictException() : Exception("Another transaction came first.");
