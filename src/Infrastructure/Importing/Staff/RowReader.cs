using System.Globalization;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;
using TeacherDevPlan.Domain.Staff;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>Reads the rows below the headers of a staff file.</summary>
internal sealed class RowReader(ColumnMap map)
{
    private const int LongestText = 200;

    private readonly List<StaffFault> faults = [];

    public IReadOnlyList<StaffFault> Faults => faults;

    public StaffRow Read(GridRow row)
    {
        foreach (var field in map.Required.Where(field => map.Cell(row, field) is null))
            Add(row, field, new LocalText("is missing.", "ไม่ได้ระบุ"));
        foreach (var field in map.Fields)
        {
            if (map.Cell(row, field) is { } cell && CellValues.IsFailedFormula(cell))
                Add(row, field, new LocalText("is a formula without a value.", "เป็นสูตรที่ไม่มีค่า"));
            else if (map.Cell(row, field)?.Strike == Strike.Part)
                Add(
                    row,
                    field,
                    new LocalText(
                        "is struck through in part; delete what does not hold.",
                        "มีบางส่วนถูกขีดฆ่า โปรดลบส่วนที่ไม่ใช้"
                    )
                );
        }

        var (title, name) = Name(row);
        var (position, standing) = PositionAndStanding(row);
        var isOpen = map.Cell(row, StaffField.To) is { } last && CellValues.IsOpen(last);
        return new StaffRow(row.Number)
        {
            StaffNumber = Code(row, StaffField.StaffNumber),
            IdentityNumber = Identity(row),
            Title = title,
            Name = name,
            NameFrom = Date(row, StaffField.NameFrom),
            SchoolCode = Code(row, StaffField.SchoolCode),
            School = Text(row, StaffField.School),
            OrgUnit = Text(row, StaffField.OrgUnit),
            Category = Text(row, StaffField.Category),
            Position = position,
            AcademicStanding = standing,
            From = Date(row, StaffField.From),
            To = isOpen ? null : Date(row, StaffField.To),
            IsOpen = isOpen,
            Supervisor = Code(row, StaffField.Supervisor),
        };
    }

    /// <summary>What a cell was read as, for a preview; never the number of a citizen or of a passport.</summary>
    public string Shown(GridRow row, StaffField field)
    {
        if (map.Cell(row, field) is not { } cell)
            return "";
        if (field is StaffField.CitizenId or StaffField.PassportNumber)
            return "•••";
        return
            field is StaffField.From or StaffField.To or StaffField.NameFrom && CellValues.Date(cell).Value is { } date
            ? date.ToString("O", CultureInfo.InvariantCulture)
            : cell.Text;
    }

    private IdentityNumber? Identity(GridRow row)
    {
        var citizen = Value(row, StaffField.CitizenId, CellValues.Citizen);
        var passport = Value(row, StaffField.PassportNumber, CellValues.Passport);
        if (citizen is not null && passport is not null)
            Add(
                row,
                StaffField.PassportNumber,
                new LocalText("must not be given together with a citizen id.", "ต้องไม่ระบุพร้อมกับเลขประจำตัวประชาชน")
            );
        return citizen ?? passport;
    }

    private (string? Position, AcademicStanding? Standing) PositionAndStanding(GridRow row)
    {
        var standing = Value<AcademicStanding?>(row, StaffField.AcademicStanding, CellValues.Standing);
        var text = Text(row, StaffField.Position);
        if (text is null || !StaffHeaders.IsPositionAndStanding(map.HeaderOf(StaffField.Position)!))
            return (text, standing);
        var (position, behind, fault) = CellValues.PositionAndStanding(text);
        if (fault is null && standing is not null && behind is not null && behind != standing)
            fault = new LocalText(
                "has another academic standing than the one in its own column.",
                "มีวิทยฐานะที่ต่างจากคอลัมน์วิทยฐานะ"
            );
        if (fault is not null)
            Add(row, StaffField.Position, fault);
        return (position, standing ?? behind);
    }

    /// <summary>The title, if the row says one, and the name in which no title is left.</summary>
    private (string? Title, string? Name) Name(GridRow row)
    {
        var at = StaffFields.Names.First(field => map.HeaderOf(field) is not null);
        var cells = StaffFields
            .Names.Select(field => (Field: field, Text: Text(row, field)))
            .Where(cell => cell.Text is not null)
            .ToList();
        var stated = Value<string>(row, StaffField.Title, StaffNames.Title);
        if (cells.Count == 0)
            return (stated, null);
        foreach (var cell in cells)
        {
            if (StaffNames.FaultOfSigns(cell.Text!) is not { } signs)
                continue;
            Add(row, cell.Field, signs);
            return (null, null);
        }

        var (title, name, fault) = StaffNames.Of(string.Join(' ', cells.Select(cell => cell.Text)), stated is not null);
        if (fault is not null)
        {
            Add(row, at, fault);
            return (null, null);
        }

        if (stated is not null && title.Length > 0 && CellText.Letters(title) != CellText.Letters(stated))
        {
            Add(
                row,
                at,
                new LocalText(
                    "begins with another title than the one in its own column.",
                    "ขึ้นต้นด้วยคำนำหน้าที่ต่างจากคอลัมน์คำนำหน้า"
                )
            );
            return (null, null);
        }

        // A name of one part is usually a cell with the title or the given name alone.
        if (name.Parts.Count < 2 || PersonName.Of(name.Proper).Title.Length > 0)
        {
            if (map.Required.Where(StaffFields.Names.Contains).All(field => map.Cell(row, field) is not null))
                Add(
                    row,
                    at,
                    new LocalText(
                        "must have a given name and a surname; createPerson adds somebody with one name.",
                        "ต้องมีทั้งชื่อและนามสกุล บุคลากรที่มีชื่อเพียงคำเดียวให้เพิ่มด้วย createPerson"
                    )
                );
            return (null, null);
        }

        return (stated ?? (title.Length > 0 ? title : null), name.Proper);
    }

    private string? Text(GridRow row, StaffField field) =>
        Value<string>(row, field, cell => cell.Text.Length <= LongestText ? (cell.Text, null) : (null, TooLong));

    private string? Code(GridRow row, StaffField field) =>
        Value<string>(row, field, cell => cell.Text.Length <= LongestText ? CellValues.Code(cell) : (null, TooLong));

    private DateOnly? Date(GridRow row, StaffField field) => Value<DateOnly?>(row, field, CellValues.Date);

    private static LocalText TooLong =>
        new($"must have at most {LongestText} characters.", $"ต้องมีไม่เกิน {LongestText} ตัวอักษร");

    private T? Value<T>(GridRow row, StaffField field, Func<GridCell, (T?, LocalText?)> read)
    {
        if (map.Cell(row, field) is not { } cell || CellValues.IsFailedFormula(cell) || cell.Strike == Strike.Part)
            return default;
        var (value, fault) = read(cell);
        if (fault is not null)
            Add(row, field, fault);
        return value;
    }

    private void Add(GridRow row, StaffField field, LocalText message) =>
        faults.Add(new StaffFault(row.Number, map.HeaderOf(field), message));
}
