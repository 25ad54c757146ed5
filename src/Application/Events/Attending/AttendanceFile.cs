using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.Events.Attending;

/// <summary>Reads files of attendance: CSV in the encodings and with the separators that spreadsheets use, or Excel files.</summary>
public interface IAttendanceFileReader
{
    /// <summary>
    /// Finds the row of headers, and reads the rows below it. Refused if the file is none of these, or if its columns do not say
    /// who, which session and how long. Faults of single rows are in the result.
    /// </summary>
    Result<AttendanceFile> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>A text as it is compared with another one: without blanks and signs.</summary>
    string KeyOf(string text);
}

/// <summary>A file of attendance that was read.</summary>
/// <param name="Rows">The rows about people, in their order.</param>
/// <param name="Faults">What is wrong with single rows.</param>
/// <param name="IgnoredRows">The numbers of rows below the headers that are about nobody.</param>
/// <param name="IgnoredColumns">The headers of columns that are not used.</param>
public sealed record AttendanceFile(
    IReadOnlyList<AttendanceRow> Rows,
    IReadOnlyList<StaffFault> Faults,
    IReadOnlyList<int> IgnoredRows,
    IReadOnlyList<string> IgnoredColumns
);

/// <summary>What a row says of a person. What is null is not stated.</summary>
/// <param name="Number">The number of the row as a spreadsheet shows it.</param>
/// <param name="Enrollment">The global id of the enrolment.</param>
/// <param name="Name">Given name and surname.</param>
public sealed record AttendanceRow(
    int Number,
    AttendanceCell? StaffNumber,
    AttendanceCell? Enrollment,
    AttendanceCell? Name,
    IReadOnlyList<AttendanceMark> Marks
);

/// <param name="Column">The header.</param>
public sealed record AttendanceCell(string Column, string Text);

/// <summary>How long the person of a row was in a session.</summary>
/// <param name="Column">The header of the minutes.</param>
/// <param name="SessionColumn">The header by which the session is named.</param>
public sealed record AttendanceMark(string Column, string SessionColumn, SessionName Session, int Minutes)
{
    /// <summary>What else is said of the session, and must agree.</summary>
    public IReadOnlyList<SessionCell> Besides { get; init; } = [];
}

/// <param name="Column">The header.</param>
public sealed record SessionCell(string Column, SessionName Session);

/// <summary>A session as files name it: by its number in the order of time, or by its Thai day and when it starts.</summary>
public sealed record SessionName(int? Number, DateOnly? Day, TimeOnly? Time);
