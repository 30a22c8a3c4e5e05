"""Other words under which the palette finds a command, whatever language the screens speak.

No texts of the catalogue: they are typed, never shown.
"""

from __future__ import annotations

SYNONYMS = {
    "new": "create add case ticket request complaint создать добавить жалоба тикет заявка",
    "open": "show view показать посмотреть",
    "snooze": "later postpone defer wait sleep позже потом отсрочить подождать delay "
    "pause снооз отложить",
    "wake": "unsnooze разбудить вернуть",
    "every": "repeat recurring weekly monday chase напоминать еженедельно повторять регулярно",
    "chase": "remind nudge follow up bulk напомнить поторопить всем массово",
    "compose": "write letter draft mail text написать составить черновик текст",
    "channels": "contact phone email chat where связаться куда обратиться способ связи",
    "prepare": "checklist gaps missing documents чек-лист пробелы документы подготовить",
    "call": "phone ring talk позвонить телефон разговор",
    "record": "move card next stage двинуть карточку дальше "
    "log event happened answer reply promise записать ответ обещание событие "
    "note history заметка история",
    "escalate": "complain claim step regulator court пожаловаться претензия ступень суд регулятор",
    "plan": "ladder projection steps лестница ступени",
    "close_case": "finish done outcome resolve завершить итог решено delete remove удалить убрать",
    "edit": "change details amount order изменить реквизиты сумма заказ rename tag переименовать",
    "evidence": "files attachments screenshot documents вложения снимок документы файлы "
    "attachment photo вложение фото",
    "bundle": "export pdf archive lawyer пакет архив юрист выгрузка "
    "print backup печать копия экспорт выгрузить",
    "links": "related depends blocks waits связь связать зависит ждёт "
    "merge duplicate объединить дубликат",
    "order": "sort priority score сортировка приоритет очередь by urgency срочность",
    "review": "public rating stars публичный оценка звёзды",
    "working": "dates deadline why explain почему объяснить срок расчёт "
    "urgency points срочность очки",
    "theme": "dark light contrast colours colors scheme look тёмная светлая цвета оформление вид",
    "detail": "pane side preview beside панель сбоку рядом просмотр подробно",
    "board": "home start kanban column columns главная начало колонка колонки столбец",
    "today": "due overdue late now agenda просрочено срочно повестка",
    "inbox": "mail replies email fetch входящие почта ответы письма",
    "fetch_mail": "inbox refresh check receive get mail sync imap забрать получить проверить почту",
    "companies": "company contacts address phone организации адрес контакты",
    "statistics": "figures charts numbers графики цифры отчёт",
    "calendar": "month dates holidays месяц праздники даты",
    "rules": "law source statute закон источник статья",
    "profile": "me name signature address имя подпись адрес я",
    "settings": "options preferences configuration keymap mouse параметры опции конфигурация мышь",
    "search": "find filter query найти поиск искать",
    "find": "full text query найти искать полный текст",
    "keys": "help shortcuts keyboard hotkeys помощь справка сочетания горячие",
    "undo": "revert back mistake отменить вернуть ошибка delete remove удалить",
    "language": "english russian translate английский русский перевод",
    "quit": "exit leave close bye закрыть выход уйти",
    "save": "keep write ok сохранить записать готово",
    "discard": "cancel delete throw удалить отмена стереть",
    "letter": "send preview hand over отправить просмотр передать",
    "sent": "delivered mailed отправлено ушло",
    "copy": "clipboard paste буфер скопировать",
    "copy_address": "url link clipboard source ссылка адрес буфер источник",
    "write_file": "export save pdf docx eml сохранить выгрузить",
    "tick": "check done отметить готово",
    "attach": "file evidence add прикрепить файл",
    "tour": "tutorial demo lesson learn обучение урок знакомство тур обзор",
    "tags": "label rename метка ярлык",
    "keep_filter": "save запомнить сохранить фильтр",
}
