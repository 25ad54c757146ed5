using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>Reads staff files: CSV in the encodings and with the separators that spreadsheets use, or Excel files.</summary>
public interface IStaffFileReader
{
    /// <summary>
    /// Finds the row of headers, and reads the rows below it. Refused if the file is none of these, or if its columns do
    /// not say what is needed. Faults of single rows are in the result.
    /// </summary>
    /// <param name="choices">Columns that somebody has said the meaning of.</param>
    Result<StaffFile> Read(
        ReadOnlyMemory<byte> content,
        IReadOnlyList<ColumnChoice> choices,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// A text as it is compared: equal for texts that look the same, whatever their blanks and signs and the case of their
    /// letters.
    /// </summary>
    string KeyOf(string text);
}

/// <summary>What somebody says that a column is.</summary>
/// <param name="Header">The column's header in the file.</param>
/// <param name="Field">Null if the column is not to be used.</param>
public sealed record ColumnChoice(string Header, StaffField? Field);

/// <summary>A staff file that was read.</summary>
/// <param name="Columns">All columns in their order.</param>
/// <param name="Rows">The rows about people, in their order.</param>
/// <param name="Faults">What is wrong with single rows.</param>
/// <param name="IgnoredRows">The numbers of rows below the headers that are about nobody: totals, notes, headings.</param>
public sealed record StaffFile(
    IReadOnlyList<StaffColumn> Columns,
    IReadOnlyList<StaffRow> Rows,
    IReadOnlyList<StaffFault> Faults,
    IReadOnlyList<int> IgnoredRows
)
{
    /// <summary>What is worth knowing of a file that was read all the same.</summary>
    public IReadOnlyList<StaffNotice> Notices { get; init; } = [];

    /// <summary>The texts of rows that may say where the people below them work.</summary>
    public IReadOnlyList<StaffHeading> Headings { get; init; } = [];

    /// <summary>What the first rows say in the columns that are used, as it was read, by the names of the columns.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Examples { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The header of the first column for one of these; what is needed for none of them.</summary>
    public string? HeaderOf(params IReadOnlyList<StaffField> fields) =>
        fields
            .Select(field => Columns.FirstOrDefault(column => column.Field == field))
            .FirstOrDefault(column => column is not null)
            ?.Header;
}

/// <summary>The text of a row about nobody.</summary>
/// <param name="IsTitle">Whether it stands above the headers, and is about the whole list.</param>
public sealed record StaffHeading(int Row, string Text, bool IsTitle);

/// <summary>
/// A row of a staff file about one person. What is null is not stated; what a fault was told of is null, too.
/// </summary>
/// <param name="Number">The number of the row as a spreadsheet shows it.</param>
public sealed record StaffRow(int Number)
{
    public string? StaffNumber { get; init; }

    /// <summary>The number of the citizen or of the passport, which no text shows.</summary>
    public IdentityNumber? IdentityNumber { get; init; }

    /// <summary>Its digest, set by <see cref="StaffFilePreparation"/>.</summary>
    public string? Identity { get; init; }

    public string? Title { get; init; }

    /// <summary>Given name and surname.</summary>
    public string? Name { get; init; }

    /// <summary>The first day of the title and name.</summary>
    public DateOnly? NameFrom { get; init; }

    public string? SchoolCode { get; init; }

    public string? School { get; init; }

    /// <summary>The unit of the office (กลุ่ม, หน่วย).</summary>
    public string? OrgUnit { get; init; }

    /// <summary>Whether the row says where the person works.</summary>
    public bool HasPlace => this is not { SchoolCode: null, School: null, OrgUnit: null };

    public string? Category { get; init; }

    public string? Position { get; init; }

    public AcademicStanding? AcademicStanding { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Whether it is said that there is no last day ("ปัจจุบัน").</summary>
    public bool IsOpen { get; init; }

    /// <summary>The staff number of the person to report to.</summary>
    public string? Supervisor { get; init; }
}
