DateTime Now() => DateTime.Now; //~ PG0201 'DateTime.Now' is not available: judging has no clock
DateTime Utc() => DateTime.UtcNow; //~ PG0201 'DateTime.UtcNow'
DateTime Today() => DateTime.Today; //~ PG0201 'DateTime.Today'
DateTimeOffset Offset() => DateTimeOffset.Now; //~ PG0201 'DateTimeOffset.Now'
DateTimeOffset OffsetUtc() => DateTimeOffset.UtcNow; //~ PG0201 'DateTimeOffset.UtcNow'
DateTime Local(DateTime date) => date.ToLocalTime(); //~ PG0201 the machine's time zone is no fact
DateTime LocalPart(DateTimeOffset date) => date.LocalDateTime; //~ PG0201 the machine's time zone is no fact
bool Summer(DateTime date) => date.IsDaylightSavingTime(); //~ PG0201 IsDaylightSavingTime
long Written(DateTime date) => date.ToFileTime(); //~ PG0201 ToFileTime
object Zone() => TimeZoneInfo.Local; //~ PG0201 'TimeZoneInfo'
object Watch() => System.Diagnostics.Stopwatch.StartNew(); //~ PG0201 judging has no clock
object Provider() => TimeProvider.System; //~ PG0201 'TimeProvider'
Func<DateTime, DateTime> Group() => date => date.ToLocalTime(); //~ PG0201 ToLocalTime
DateTimeStyles Assume() => DateTimeStyles.AssumeLocal; //~ PG0201 AssumeLocal
